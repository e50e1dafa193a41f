// The command line: flags, help, exit codes. Nothing heavy is imported before a command needs it, so that --version and --help are quick.

import { readFileSync } from 'node:fs';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { SHELLS } from './cli/completions/shells.ts';
import { withSettings } from './cli/config/options.ts';
import { crash } from './cli/crash.ts';
import { DEFAULT_COMMAND } from './cli/tree.ts';
import { ScanError } from './errors.ts';
import { FORMATS } from './report/formats.ts';
import type { ReportFormat } from './report/report.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** What every help ends with, and the man page. */
export const AFTER_HELP = `
Examples:
  ig-scan "WhatsApp Chat with Ward 12.zip"           read one export, show the result on the screen
  ig-scan export.zip --out html=report.html          and write a report to hand on
  ig-scan seized/ --format json > all.json           every export in a folder, for an audit
  ig-scan batch seized/ --out results/               thousands of archives; goes on where it was stopped
  ig-scan formats                                    which exports of which apps can be read
  ig-scan patterns explain "bed 4 NEWS 8"            why a text is flagged, or is not
  ig-scan config init my-trust/                      settings, holds, staff list, own patterns in one folder

Exit codes:
  0 all read, nothing at or above --fail-on      3 something could not be read (outranks 1)
  1 findings at or above --fail-on               4 refused by a guard
  2 wrong usage, settings or patterns, no scan   5 an output would overwrite evidence      70 a bug

Nothing leaves this machine, and reports hold no text of the chat: people appear as S1, P1 …, identifiers as their kind;
only --reveal writes names and words, to a file and with a reason.`;

/** Runs the program; returns its exit code. Arguments without node and script name. */
export async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const finish = (code: number) => {
    exitCode = code;
  };
  try {
    await program(finish).parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof ScanError) {
      process.stderr.write(`ig-scan: ${error.message}\n  ${error.hint}\n`);
      return error.exitCode;
    }
    process.stderr.write(crash(error, version));
    return 70;
  }
}

/** All commands and options; nothing of them is loaded before it is asked for. `finish` is told the exit code. */
export function program(finish: (code: number) => void = () => {}): Command {
  const root = new Command('ig-scan')
    .description('Finds person-confidential information in exported staff chats and says where each message belonged.')
    .version(version, '-V, --version', 'print the version')
    .exitOverride()
    // A mistyped value may be a path with a name in it: say which option, not what was typed.
    .configureOutput({
      outputError: (text, write) =>
        write(
          text
            .replace(/command-argument value '[^\n]*' is invalid/, 'a word is not valid')
            .replace(/argument '[^\n]*' is invalid/, 'has a value that is not valid'),
        ),
    })
    .configureHelp({ sortOptions: false })
    .showHelpAfterError('(run ig-scan --help for all options and examples)')
    .addHelpText('after', AFTER_HELP);
  scanCommand(root, finish);
  batchCommand(root, finish);
  patternsCommand(root, finish);
  formatsCommand(root, finish);
  completionsCommand(root, finish);
  policyCommand(root, finish);
  configCommand(root, finish);
  keyCommand(root, finish);
  doctorCommand(root, finish);
  return root;
}

function scanCommand(root: Command, finish: (code: number) => void): void {
  const formats = Object.keys(FORMATS);
  const scan = root
    .command(DEFAULT_COMMAND, { isDefault: true })
    .description('scan exports: .txt, .zip, folders, globs (the default command)')
    .argument('<path...>', 'exported chats, archives or folders')
    .addOption(new Option('-f, --format <format>', 'what to print on the screen').choices(formats).default('terminal'))
    .addOption(
      new Option(
        '-o, --out <format=path>',
        `also write a report to a file, repeatable; formats: ${formats.join(', ')}`,
      ).argParser((value, before: readonly string[] = []) => [...before, value]),
    )
    .option('--packs <folder>', 'also write a pack for each receiver and one-page summaries; needs --contact')
    .option('-q, --quiet', 'print nothing on the screen but errors')
    .addOption(
      new Option('--color <when>', 'colour on the screen').choices(['auto', 'always', 'never']).default('auto'),
    );
  for (const option of [...readingOptions(), ...caseOptions()]) scan.addOption(option);
  withSettings(scan).action(async (paths: string[], flags) => {
    const { runScan } = await import('./cli/scan-command.ts');
    finish(await runScan(paths, flags, version));
  });
}

/** How inputs are read. */
function readingOptions(): Option[] {
  const teams = (flags: string, text: string) =>
    new Option(flags, text).helpGroup('Teams (allowed with a work account on a work device; never assumed):');
  return [
    new Option('--password-file <file>', 'passwords to try on locked archives, one a line'),
    new Option('--map <columns>', 'columns of a table (CSV): sender=Author,date=2,text=Body'),
    teams('--channel <app>', 'in which app it was written, where the file does not show it').choices([
      'teams',
      'other',
    ]),
    teams('--account-domain <domain>', 'domain of the accounts, such as nhs.net'),
    teams('--device <kind>', 'whose devices they are').choices(['managed', 'personal']),
  ];
}

/** What goes with a case rather than with a run. */
function caseOptions(): Option[] {
  const option = (flags: string, text: string) => new Option(flags, text).helpGroup('For a case:');
  const day = (value: string) => {
    if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
    throw new InvalidArgumentError('Write a date as YYYY-MM-DD.');
  };
  const revealing = Object.values<ReportFormat>(FORMATS).filter(({ reveals }) => reveals !== undefined);
  return [
    option(
      '--reveal <path>',
      `also write a report with names and words, to a file only, with --reason; ends with ${revealing.map((one) => `.${one.extension}`).join(', ')}`,
    ).argParser((value, before: readonly string[] = []) => [...before, value]),
    option('--reason <text>', 'why something is revealed, or accepted in a baseline'),
    option('--write-baseline <file>', 'accept all that is reported now, with --reason, --owner and --until'),
    option('--owner <name>', 'who answers for what is accepted'),
    option('--until <date>', 'last day on which it is accepted (YYYY-MM-DD)').argParser(day),
    option('--today <date>', 'the day by which accepted messages expire, instead of the clock').argParser(day),
    option('--run-record <path>', 'write who ran what and when, with hashes of inputs and outputs, as JSON'),
  ];
}

function batchCommand(root: Command, finish: (code: number) => void): void {
  const wholeNumber = (value: string) => {
    if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
    throw new InvalidArgumentError('Write a whole number above 0.');
  };
  const batch = root
    .command('batch')
    .description(
      'scan many archives: a report for each, and a roll-up; stop it when you like, the same command goes on',
    )
    .argument('<path...>', 'archives, folders of archives, globs')
    .requiredOption('-o, --out <folder>', 'where the reports and the roll-up go; keep it from run to run')
    .addOption(
      new Option('-j, --jobs <n>', 'archives at a time (default: one a processor core)').argParser(wholeNumber),
    )
    .addOption(new Option('--max-minutes <n>', 'time for one archive').argParser(wholeNumber).default(60))
    .addOption(new Option('--max-memory <n>', 'megabytes for one worker').argParser(wholeNumber).default(2000))
    .option('-q, --quiet', 'print nothing on the screen but errors');
  for (const option of readingOptions()) batch.addOption(option);
  withSettings(batch).action(async (paths: string[], flags) => {
    const { runBatchCommand } = await import('./cli/batch-command.ts');
    finish(await runBatchCommand(paths, flags, version));
  });
}

function doctorCommand(root: Command, finish: (code: number) => void): void {
  root
    .command('doctor')
    .description('try every reader of pictures and documents; says what is missing and how to get it')
    .action(async () => finish(await (await import('./cli/doctor.ts')).runDoctor()));
}

function keyCommand(root: Command, finish: (code: number) => void): void {
  root
    .command('key')
    .description('the secret key of a case')
    .command('new')
    .description('write a new key, readable by you alone; an existing file is never overwritten')
    .argument('<file>', 'where to keep it: apart from the evidence and from the reports')
    .action(async (file: string) => {
      (await import('./cli/key-file.ts')).newKeyFile(file);
      finish(0);
    });
}

function patternsCommand(root: Command, finish: (code: number) => void): void {
  const patterns = root.command('patterns').description('look into the patterns, and check your own');
  const load = () => import('./cli/patterns-command.ts');
  patterns
    .command('list')
    .description('every pattern and word list, with its category')
    .option('--patterns <folder>', 'with those of this folder')
    .action(async (flags) => finish(await (await load()).listPatterns(flags)));
  patterns
    .command('check')
    .description("run the patterns' own examples: the shipped ones, or those of a folder")
    .argument('[folder]', 'a folder with identifiers/ and lexicons/')
    .action(async (folder) => finish(await (await load()).checkPatterns(folder)));
  patterns
    .command('explain')
    .description('show each rule tried on a text, why it fired or not, and the points')
    .argument('<text...>', 'an invented message; never paste a real one into a shell that keeps a history')
    .option('--title <title>', 'title of the chat it stands in', 'Ward 12')
    .option('--patterns <folder>', 'with the patterns of this folder')
    .action(async (text: string[], flags) => finish(await (await load()).explainText(text.join(' '), flags)));
}

function formatsCommand(root: Command, finish: (code: number) => void): void {
  root
    .command('formats')
    .description('every format that can be read: what to hand in, how it is recognised, its limits')
    .action(async () => finish((await import('./cli/formats-command.ts')).printFormats()));
}

function completionsCommand(root: Command, finish: (code: number) => void): void {
  root
    .command('completions')
    .description('print a script that lets your shell complete the words of ig-scan')
    .addArgument(new Argument('<shell>', 'for which shell').choices(SHELLS))
    .action(async (shell) => finish((await import('./cli/completions/print.ts')).printCompletions(shell, root)));
}

function policyCommand(root: Command, finish: (code: number) => void): void {
  const policy = root
    .command('policy')
    .description('look into the policies by which the program decides, and check your own');
  const load = () => import('./cli/policy-command.ts');
  policy
    .command('list')
    .description('every policy that --policy can name')
    .option('--patterns <folder>', 'with those of this folder')
    .action(async (flags) => finish(await (await load()).listPolicies(flags)));
  policy
    .command('show')
    .description('the entries of a policy; or one entry or clause in full')
    .argument('[id]', 'of a policy, an entry or a clause')
    .option('--policy <id>', 'the policy whose entries are meant')
    .option('--patterns <folder>', 'with those of this folder')
    .action(async (id, flags) => finish(await (await load()).showPolicy(id, flags)));
  policy
    .command('check')
    .description("run the policies' own examples: the shipped ones, or those of a folder")
    .argument('[folder]', 'a folder with policy/')
    .action(async (folder) => finish(await (await load()).checkPolicies(folder)));
}

function configCommand(root: Command, finish: (code: number) => void): void {
  const config = root.command('config').description('settings of the Trust: write a folder to start from, show, check');
  const load = () => import('./cli/config/command.ts');
  config
    .command('init')
    .description('write a folder with every setting explained, and examples of each file')
    .argument('<folder>', 'a new folder, away from exports')
    .action(async (folder) => finish(await (await import('./cli/config/init.ts')).initConfig(folder)));
  withSettings(
    config
      .command('show')
      .description('each setting, its value, and where it comes from; never what the files hold')
      .argument('[path...]', 'what would be scanned: no configuration may lie with it'),
  ).action(async (paths: string[], flags) => finish(await (await load()).showConfig(paths, flags)));
  config
    .command('check')
    .description('check a configuration and all that it names; lists every fault')
    .argument('[path]', 'ig-scan.yaml or its folder; without it the one that a scan here would use')
    .action(async (path) => finish(await (await load()).checkConfig(path)));
}
