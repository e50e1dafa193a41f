// The words of the contract in plain English, for the reports that people read. Order matters: each list runs from the most to
// the least urgent, and reports show things in that order. Names of systems: those in use in NHS Trusts.

import type {
  Accepted,
  Destination,
  HoldStatus,
  MediaKind,
  NotExamined,
  Residual,
  Severity,
  SourceStatus,
  Standing,
  StillCounts,
  Subject,
  Verdict,
} from '../model.ts';

export const VERDICTS: Readonly<Record<Verdict, { readonly name: string; readonly says: string }>> = {
  confirmed: { name: 'Confirmed', says: 'It names or numbers one person beyond doubt and says something private.' },
  probable: { name: 'Probable', says: 'Colleagues would know who is meant, and it says something private.' },
  indirect: { name: 'Indirect', says: 'No name, but the details together single somebody out.' },
  possible: { name: 'Possible', says: 'It may be about a person; somebody should look.' },
  none: { name: 'Names nobody', says: 'Not about a person, but it belongs in a record of the Trust.' },
};

export const SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

export const DESTINATIONS: Readonly<Record<Destination, { readonly name: string; readonly advice: string }>> = {
  safeguarding: {
    name: 'Safeguarding lead',
    advice: 'Tell the safeguarding lead today. What concerns a patient goes into the care record as well.',
  },
  'secure-credential': {
    name: 'Password or code to change',
    advice: 'Have the password changed, or the code of the door or key safe, and tell IT security.',
  },
  'incident-system': {
    name: 'Incident system (Datix, InPhase, Ulysses, Radar …)',
    advice: 'Check that the incident was reported there; if not, report it now.',
  },
  'care-record': {
    name: 'Care record (EPR, RiO, EMIS, SystmOne …)',
    advice: 'Enter it as a late entry: who wrote it, when it happened, when it was entered.',
  },
  'staff-record': {
    name: 'Staff record (HR file, occupational health, e-roster)',
    advice: 'Pass it to HR. Health information goes to occupational health, apart from the HR file.',
  },
  'corporate-record': {
    name: 'Corporate record (minutes, decision log, team site)',
    advice: 'File it where the decision can be found again, with an owner and a date to keep it until.',
  },
  'breach-assessment': {
    name: 'Data breach assessment (DSPT incident tool)',
    advice:
      'Assess it as a personal data breach. The clock runs from when a person confirms it; this program decides nothing.',
  },
  'human-review': {
    name: 'To be read by a person',
    advice:
      'The program cannot judge these, or is not sure that they are about a person. Open the chat at the message and decide.',
  },
};

export const RESIDUALS: Readonly<Record<Residual, { readonly name: string; readonly says: string }>> = {
  retain: {
    name: 'Keep',
    says: 'It is evidence or a hold covers it: nothing may be deleted, edited or moved. Transfers are made as copies.',
  },
  'do-not-delete-yet': {
    name: 'Do not delete yet',
    says: 'It is not known whether it must be kept, or nobody has confirmed the transfer.',
  },
  'delete-after-transfer': {
    name: 'Delete after transfer',
    says: 'Once a second person has checked that it stands in the right record, it should be deleted from the chat.',
  },
  leave: { name: 'Leave', says: 'Nothing needs to be done to the copy in the chat.' },
};

export const HOLDS: Readonly<Record<HoldStatus, string>> = {
  matched: 'on hold',
  none: 'no hold',
  unknown: 'hold status unknown',
};

export const ACCEPTED_AS: Readonly<Record<Accepted['state'], string>> = {
  'not-confidential': 'Not confidential',
  'accepted-risk': 'Accepted risk',
  'dealt-with': 'Dealt with',
};

/** Why an accepted message counts all the same; to be read after "counts all the same:". */
export const STILL_COUNTS: Readonly<Record<StillCounts, string>> = {
  urgent: 'it is urgent',
  held: 'a hold covers it',
  worse: 'it is more serious than what was accepted',
  expired: 'the acceptance has expired',
};

export const SUBJECTS: Readonly<Record<Subject, string>> = {
  patient: 'patient',
  staff: 'member of staff',
  relative: 'relative',
  'third-party': 'other person',
  unknown: 'person unknown',
};

/** What the staff list says of a person: facts, and no reproach. */
export const STANDINGS: Readonly<Record<Standing['status'], string>> = {
  listed: 'on the staff list',
  left: 'on the staff list as a leaver',
  unlisted: 'not on the staff list',
  unknown: 'not placed by the staff list',
};

export const SOURCE_STATUSES: Readonly<Record<SourceStatus, string>> = {
  unreadable: 'NOT READ',
  partial: 'READ IN PART',
  read: 'Read',
};

/** One and many. */
export const KINDS: Readonly<Record<MediaKind | NotExamined['kind'], readonly [string, string]>> = {
  image: ['photo', 'photos'],
  video: ['video', 'videos'],
  'voice-note': ['voice note', 'voice notes'],
  document: ['document', 'documents'],
  'contact-card': ['contact card', 'contact cards'],
  location: ['location', 'locations'],
  'sticker-gif': ['sticker or GIF', 'stickers or GIFs'],
  omitted: ['item that the export left out', 'items that the export left out'],
  'view-once': ['view-once message', 'view-once messages'],
  file: ['file', 'files'],
  archive: ['archive', 'archives'],
  chat: ['chat', 'chats'],
};

/** The ids of one of the lists above, in its order. */
export function idsOf<Id extends string>(list: Readonly<Record<Id, unknown>>): readonly [Id, ...Id[]] {
  return Object.keys(list) as [Id, ...Id[]];
}

/** A count of nothing for each id of a list. */
export function zeros<Id extends string>(list: Readonly<Record<Id, unknown>>): Record<Id, number> {
  return Object.fromEntries(idsOf(list).map((id) => [id, 0])) as Record<Id, number>;
}
