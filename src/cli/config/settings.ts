// Everything that a Trust can settle once: one entry a setting. The flags, their help, ig-scan.yaml, its schema, the comments that
// `config init` writes, `config show` and `config check` all come from here. A setting is called as its flag is: --fail-on is `failOn`.
// What belongs to a single run (--format, --out, --quiet, --color) is a flag alone.

import { FAIL_ON } from '../../exit-code.ts';
import { MEDIA_MODES } from '../../media-reading.ts';
import { DEFAULT_POLICY } from '../../policy/policies.ts';
import type { LimitFlags } from '../limits.ts';

interface SettingShape {
  /** As the help shows it. */
  readonly flag: string;
  /** One line for the help. */
  readonly says: string;
  /** What else an officer should know, for the comments of ig-scan.yaml. */
  readonly more?: string;
  /** A path in ig-scan.yaml counts from the folder of that file, one on the command line from the working folder. */
  readonly kind: 'text' | 'path' | 'choice' | 'size';
  readonly choices?: readonly string[];
  /** What counts where nobody says anything. */
  readonly fallback?: string;
  /** A value to start from. */
  readonly example: string;
  /** Heading in the help. */
  readonly group?: string;
  /** Throws ScanError when what the path names cannot be used. */
  readonly check?: (path: string) => Promise<unknown>;
}

const CASE = 'For a case:';
const LIMITS = 'Limits (against hostile archives):';

export const SETTINGS = {
  contact: {
    flag: '--contact <text>',
    says: 'whom to ask for advice, printed in each report: an e-mail address, or words',
    kind: 'text',
    example: 'Information Governance team, ig.team@trust.example.org',
  },
  patterns: {
    flag: '--patterns <folder>',
    says: "add a Trust's own patterns and word lists",
    more: 'Check them with ig-scan patterns check.',
    kind: 'path',
    example: 'patterns',
    check: async (path) => (await import('../patterns-command.ts')).guardPatterns(path),
  },
  policy: {
    flag: '--policy <id>',
    says: 'the policy that decides; ig-scan policy list shows them',
    kind: 'text',
    fallback: DEFAULT_POLICY,
    example: 'nhse-minimise',
  },
  comparePolicy: {
    flag: '--compare-policy <id>',
    says: 'also show what another policy would change',
    kind: 'text',
    example: 'nhse-minimise',
  },
  holds: {
    flag: '--holds <file>',
    says: 'hold register: what must be kept (holds.yaml); without it, deletion is never advised',
    more: 'Switch it on only when somebody has written all holds into it: from then on reports say of some messages that they may be deleted after transfer.',
    kind: 'path',
    example: 'holds.yaml',
    check: async (path) => (await import('../../load-holds.ts')).readHoldRegister(path),
  },
  staff: {
    flag: '--staff <file>',
    says: 'staff list (staff.yaml): who in a chat is not on it, or had left; its content is never shown',
    kind: 'path',
    example: 'staff.yaml',
    check: async (path) => (await import('../../load-staff.ts')).readStaffList(path),
  },
  key: {
    flag: '--key <file>',
    says: 'key of the case: pseudonyms stay the same in all its chats (ig-scan key new FILE)',
    more: 'Keep it apart from the evidence and from the reports.',
    kind: 'path',
    example: 'case.key',
    group: CASE,
    check: async (path) => (await import('../key-file.ts')).readKeyFile(path, () => undefined),
  },
  baseline: {
    flag: '--baseline <file>',
    says: 'messages accepted before: they stay in the reports, but do not decide the exit code; needs the key',
    kind: 'path',
    example: 'accepted.jsonl',
    group: CASE,
  },
  failOn: {
    flag: '--fail-on <severity>',
    says: 'exit 1 at findings of this severity or worse; urgent: only at what a person must read now, danger first of all',
    kind: 'choice',
    choices: FAIL_ON,
    fallback: 'medium',
    example: 'high',
  },
  dateOrder: {
    flag: '--date-order <order>',
    says: 'how dates are written, if you know better than the file shows',
    more: 'Seldom right for all exports of a Trust: the order is read from each file.',
    kind: 'choice',
    choices: ['day-first', 'month-first', 'year-first'],
    example: 'day-first',
  },
  media: {
    flag: '--media <which>',
    says: 'what to read beside the chats: nothing; names of files; documents too; pictures, sounds and videos too',
    more: 'Reading pictures takes some seconds each. What is not read is listed in every report.',
    kind: 'choice',
    choices: MEDIA_MODES,
    fallback: 'all',
    example: 'documents',
  },
  maxEntries: {
    flag: '--max-entries <n>',
    says: 'files in one archive',
    kind: 'size',
    example: '100000',
    group: LIMITS,
  },
  maxInflatedBytes: {
    flag: '--max-inflated-bytes <n>',
    says: 'bytes that the chats of one archive may unpack to (e.g. 64GB)',
    kind: 'size',
    example: '64GB',
    group: LIMITS,
  },
  maxRatio: {
    flag: '--max-ratio <n>',
    says: 'unpacked size divided by packed size of one file',
    kind: 'size',
    example: '200',
    group: LIMITS,
  },
  maxDepth: {
    flag: '--max-depth <n>',
    says: 'archives inside archives',
    kind: 'size',
    example: '2',
    group: LIMITS,
  },
  maxNestedBytes: {
    flag: '--max-nested-bytes <n>',
    says: 'size of an archive inside an archive (e.g. 256MB)',
    kind: 'size',
    example: '256MB',
    group: LIMITS,
  },
} as const satisfies Record<string, SettingShape> & Record<keyof LimitFlags, SettingShape>;

/** Signs of a text: more would push everything else off a page. */
export const LONGEST_TEXT = 200;

type SettingName = keyof typeof SETTINGS;
/** The same for all, so that a loop can read any of them. */
export interface Setting extends SettingShape {
  readonly name: SettingName;
}
/** In the order of the help. */
export const ALL_SETTINGS: readonly Setting[] = (Object.keys(SETTINGS) as SettingName[]).map((name) => ({
  name,
  ...SETTINGS[name],
}));

/** As typed, choices already checked; what is not set is absent. */
export type Values = {
  readonly [Name in SettingName]?: (typeof SETTINGS)[Name] extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : string;
};
