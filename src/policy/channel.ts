// Teams is the one app that the policy allows, and only for somebody logged in with a work account on a work device. Whether both hold
// is not in an export: the officer says so, or it stays unknown, and what is unknown never exempts. Being allowed lifts the ban on
// sending and nothing else: what belongs in a record belongs there whichever app it was written in (Trust policy, paragraphs 1 and 3).

/** What the officer says of the chats that are scanned. */
export interface DeclaredChannel {
  readonly channel?: 'teams' | 'other';
  /** Domain of the accounts that wrote, such as nhs.net. */
  readonly accountDomain?: string;
  /** Whether the devices are the Trust's own. */
  readonly device?: 'managed' | 'personal';
}

export type ExemptionStatus = 'met' | 'not-met' | 'unknown';

export interface Exemption {
  readonly status: ExemptionStatus;
  /** In words, one for each condition that decided it. */
  readonly because: readonly string[];
}

/** Whether what was written in the app `app` is exempt from the ban on sending. */
export function exemptionOf(app: string, declared: DeclaredChannel): Exemption {
  const conditions = [ofApp(app, declared.channel), ofAccount(declared.accountDomain), ofDevice(declared.device)];
  for (const status of ['not-met', 'unknown'] as const) {
    const deciding = conditions.filter((one) => one.status === status);
    if (deciding.length > 0) return { status, because: deciding.map(({ because }) => because) };
  }
  return { status: 'met', because: conditions.map(({ because }) => because) };
}

interface Condition {
  readonly status: ExemptionStatus;
  readonly because: string;
}

/** Files that do not show which app they come from. */
const ANY_APP = new Set(['table', 'text', 'rsmf']);

function ofApp(app: string, channel: DeclaredChannel['channel']): Condition {
  if (channel === 'other') return { status: 'not-met', because: 'declared not to be Teams' };
  if (app === 'teams') return { status: 'met', because: 'Teams' };
  if (app === 'teams-personal') return { status: 'not-met', because: 'Teams of a personal account' };
  // What the file shows outweighs what is said of it.
  if (!ANY_APP.has(app)) return { status: 'not-met', because: 'not Teams' };
  if (channel === 'teams') return { status: 'met', because: 'declared to be Teams' };
  return { status: 'unknown', because: 'the app is not known' };
}

/** Domains of the NHS and of health and social care in the four nations; a Trust's own ends in nhs.uk. */
const WORK = /(?:^|\.)(?:nhs\.net|nhs\.uk|nhs\.scot|nhs\.wales|hscni\.net)$/;
/** Mail that anybody can have. */
const CONSUMER =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|sky|virginmedia|talktalk|proton|protonmail|gmx|mail)\.(?:com|net|org|me|co\.uk)$/;

function ofAccount(domain: string | undefined): Condition {
  if (domain === undefined) return { status: 'unknown', because: 'nobody said which accounts were used' };
  const plain = domain.trim().toLowerCase().replace(/^@/, '').replace(/\.$/, '');
  if (WORK.test(plain)) return { status: 'met', because: 'work account' };
  if (CONSUMER.test(plain)) return { status: 'not-met', because: 'personal account' };
  return { status: 'unknown', because: 'the domain of the accounts is not known to be of the NHS' };
}

function ofDevice(device: DeclaredChannel['device']): Condition {
  if (device === undefined) return { status: 'unknown', because: 'nobody said which devices were used' };
  return device === 'managed'
    ? { status: 'met', because: 'work device' }
    : { status: 'not-met', because: 'personal device' };
}
