// `ig-scan policy list|show|check`: by which policies the program can decide, what their entries and clauses say, and whether their
// own examples hold.

import { ScanError } from '../errors.ts';
import type { Pack } from '../pack.ts';
import { DEFAULT_POLICY } from '../policy/policies.ts';
import type { Clause, Policy } from '../policy/schema.ts';
import { wordingState } from '../report/describe.ts';
import { forTerminal } from '../report/escape.ts';
import { knowledgeOf, namedPolicy, packWith } from './knowledge.ts';
import { examplesFailing } from './policy-examples.ts';

interface PolicyFlags {
  readonly patterns?: string;
  readonly policy?: string;
}

/** Prints one line a policy: id, version, name; the one that counts unless another is named bears a star. */
export async function listPolicies({ patterns }: PolicyFlags): Promise<number> {
  const { policies, clauses } = await packWith(patterns);
  const width = Math.max(...policies.map(({ id }) => id.length));
  const lines = policies.map(({ id, version, name, extends: parent }) => {
    const base = parent === undefined ? '' : ` (extends ${parent})`;
    return `${id === DEFAULT_POLICY ? '*' : ' '} ${id.padEnd(width)}  version ${version}  ${name}${base}`;
  });
  print([
    ...lines,
    '',
    `${policies.length} policies, ${clauses.length} clauses; * counts unless --policy names another`,
  ]);
  return 0;
}

/** Prints a policy with its entries, one entry of it, or a clause. Throws ScanError when nothing bears that id. */
export async function showPolicy(id: string | undefined, flags: PolicyFlags): Promise<number> {
  const pack = await packWith(flags.patterns, flags.policy);
  if (id === undefined) print(policyLines(pack.policy));
  else print(linesOn(id, pack));
  return 0;
}

function linesOn(id: string, pack: Pack): string[] {
  if (pack.policies.some((one) => one.id === id)) return policyLines(namedPolicy(id, pack));
  const entry = [...pack.policy.dispositions, ...pack.policy.lenient].find((one) => one.id === id);
  if (entry) return entryLines(entry, pack.clauses);
  const clause = pack.clauses.find((one) => one.id === id);
  if (clause) return clauseLines(clause, pack.policy);
  throw new ScanError(
    'There is no policy, entry or clause of that id.',
    'Run ig-scan policy list for the policies, and ig-scan policy show for the entries of one.',
  );
}

function policyLines({ id, name, version, sources, dispositions, lenient }: Policy): string[] {
  const entries = [...dispositions, ...lenient];
  const width = Math.max(...entries.map((one) => one.id.length));
  return [
    `${id}, version ${version}: ${name}`,
    ...sources.map((source) => `  after: ${source}`),
    '',
    ...entries.map((one) => `${one.id.padEnd(width)}  ${doneBy(one)}: ${one.why}`),
  ];
}

type Entry = (Policy['dispositions'] | Policy['lenient'])[number];

/** What an entry does to the messages that it takes. */
const doneBy = (entry: Entry): string =>
  'destination' in entry
    ? `-> ${entry.destination}, ${entry.due}`
    : `at most ${entry.atMost}${entry.drops.length > 0 ? `, no ${entry.drops.join(', ')}` : ''}`;

function entryLines(entry: Entry, clauses: readonly Clause[]): string[] {
  const { id, why, because, match, noMatch } = entry;
  const { keep, retain } = 'destination' in entry ? entry : { keep: [], retain: 'no' };
  const named = (ids: readonly string[]) =>
    ids.map((one) => {
      const clause = clauses.find((known) => known.id === one);
      return `  ${one}: ${clause ? `${clause.source}. ${clause.says}` : ''}`;
    });
  return [
    `${id} ${doneBy(entry)}: ${why}`,
    ...(retain === 'no' ? [] : [`the copy in the chat stays${retain === 'yes' ? '' : ' while the case is open'}`]),
    '',
    'because',
    ...named(because),
    ...(keep.length > 0 ? ['kept there', ...named(keep)] : []),
    'takes',
    ...match.map((one) => `  ${exampleText(one)}`),
    'leaves alone',
    ...noMatch.map((one) => `  ${exampleText(one)} (${one.why})`),
  ];
}

const exampleText = ({ before, text, attachment }: Entry['match'][number]): string =>
  [...before, text === '' ? `file ${attachment}` : text].map((said) => `"${said}"`).join(', then ');

function clauseLines({ id, kind, source, says, verifiedOn }: Clause, { dispositions, lenient }: Policy): string[] {
  const entries = [
    ...dispositions.filter(({ because, keep }) => [...because, ...keep].includes(id)),
    ...lenient.filter(({ because }) => because.includes(id)),
  ];
  return [
    `${id} (${kind}), ${source}`,
    says,
    wordingState(verifiedOn),
    `named by: ${entries.map((one) => one.id).join(', ') || 'no entry'}`,
  ];
}

/** Runs the examples of the shipped policies, or of those of a folder; exit 2 when one does not hold. */
export async function checkPolicies(folder: string | undefined): Promise<number> {
  const pack = await packWith(folder);
  const shipped = folder === undefined ? undefined : await packWith(undefined);
  const isOwn = (one: Pack['policies'][number]) => !shipped?.policies.some((before) => same(before, one));
  const checked = pack.policies.filter(isOwn);
  if (checked.length === 0)
    throw new ScanError('There is no policy in that folder.', 'A policy stands in policy/<its id>.yaml of the folder.');
  let failures = 0;
  for (const { id } of checked) {
    const policy = namedPolicy(id, pack);
    const failing = await examplesFailing(policy, knowledgeOf({ ...pack, policy }));
    failures += failing.length;
    print(failing.map((one) => `${one.kind.padEnd(7)}  ${id}/${one.id}: "${one.example}" ${one.says}`));
  }
  const verdict = failures === 0 ? 'every example holds' : `${failures} examples do not hold`;
  print([`${checked.map(({ id }) => id).join(', ')} checked: ${verdict}`]);
  return failures === 0 ? 0 : 2;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const print = (lines: readonly string[]): void => {
  if (lines.length > 0) process.stdout.write(`${lines.map(forTerminal).join('\n')}\n`);
};
