// A worker of a batch: a process of its own that scans one archive after the other. What breaks it, a hostile archive or a lack of
// memory, breaks nothing else.

import { writeFileSync } from 'node:fs';
import { readKeyFile } from '../cli/key-file.ts';
import { loadNamed, toolRecord, wordingOf } from '../cli/knowledge.ts';
import { fileSink } from '../cli/outputs.ts';
import { readingOf } from '../cli/reading-flags.ts';
import type { ScanFlags } from '../cli/scan-command.ts';
import { ScanError } from '../errors.ts';
import { statusOf } from '../issues.ts';
import type { ChatRecord, SourceRecord, ToolRecord } from '../model.ts';
import { openJson } from '../report/json.ts';
import type { Wording } from '../report/report.ts';
import { type Knowledge, type Output, type ScanOptions, scan } from '../scan.ts';
import type { FromWorker, Instructions, Job, Outcome, ToWorker } from './job.ts';
import { tracer } from './traces.ts';

interface Ready {
  readonly options: ScanOptions;
  readonly knowledge: Knowledge;
  readonly tool: ToolRecord;
  readonly wording: Wording;
  readonly indexKey: ReturnType<typeof readKeyFile>;
}

async function begin({ flags, version, indexKey }: Instructions): Promise<Ready> {
  const settled = flags as ScanFlags;
  const { pack, knowledge } = await loadNamed(settled);
  const silently = () => {};
  const key = settled.key === undefined ? {} : { key: readKeyFile(settled.key, silently) };
  return {
    options: { ...readingOf(settled), ...key },
    knowledge,
    tool: toolRecord(pack, version),
    wording: wordingOf(pack),
    indexKey: readKeyFile(indexKey, silently),
  };
}

/** The traces first: whoever finds the report may rely on them. */
async function scanItem(
  { item, report, traces }: Job,
  { options, knowledge, tool, wording, indexKey }: Ready,
): Promise<Outcome> {
  const sink = await fileSink(report);
  try {
    const trace = tracer(indexKey);
    const seen = noting();
    const json: Output = { writer: openJson(tool, wording, { color: false, width: 0 }), write: sink.write };
    const how = { ...options, looseFilesOnly: item.what === 'loose', witness: trace.message };
    const summary = await scan(item.parts ?? [item.path], how, knowledge, [json, seen.output]);
    writeFileSync(traces, [...trace.lines()].join(''), { mode: 0o600 });
    await sink.close();
    return { ...seen.outcome(), summary };
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

/** Keeps the few records that the roll-up needs. */
function noting() {
  const chats: ChatRecord[] = [];
  const sources: SourceRecord[] = [];
  const nothing = () => '';
  const output: Output = {
    writer: {
      message: nothing,
      notExamined: nothing,
      end: nothing,
      chat: (record) => {
        chats.push(record);
        return '';
      },
      source: (record) => {
        sources.push(record);
        return '';
      },
    },
    write: async () => {},
  };
  const outcome = () => {
    const [source] = sources;
    if (!source) throw new Error('an item of a batch is at least one source');
    // The parts of a download are read as one: what is odd about any of them is odd about all.
    const issues = sources.flatMap((one) => one.issues);
    return { source: { ...source, issues, status: statusOf(issues) }, chats };
  };
  return { output, outcome };
}

const answer = (what: FromWorker) => process.send?.(what);
let ready: Ready | undefined;

process.on('message', async (message: ToWorker) => {
  try {
    if ('begin' in message) {
      ready = await begin(message.begin);
      answer({ ready: true });
    } else if (ready) answer({ outcome: await scanItem(message.job, ready) });
  } catch (error) {
    if (!(error instanceof ScanError)) process.exit(70);
    const { message: sentence, hint, exitCode } = error;
    answer({ refused: { message: sentence, hint, exitCode } });
  }
});
// The batch is gone: so is whoever would read the answer.
process.on('disconnect', () => process.exit(0));
