// Who gets a pack, and what it says to them: what it is, what to do in which order, which fields to fill in. One entry a destination;
// the packs, their file names and their tests derive from here. Steps follow what the law and the professions ask of the receiver:
// late entries say so (NMC Code 10.1, HCPC standard 10), incidents go where NHS England learns from them (LFPSE), safeguarding cannot wait.

import type { Category, Destination, MessageRecord } from '../../model.ts';
import { DESTINATIONS, idsOf } from '../words.ts';
import { affected, author, type Field, happened, when, words } from './fields.ts';

export interface Receiver {
  /** Also the name of the pack's files. */
  readonly destination: Destination;
  readonly team: string;
  readonly title: string;
  readonly purpose: string;
  /** In the order in which to do them. */
  readonly steps: readonly string[];
  /** What the worksheet asks for, item by item. */
  readonly fields: readonly Field[];
  /** What of a message is this receiver's business; the rest of it is not shown to them (Caldicott Principles 3 and 4). */
  concerns(category: Category): boolean;
  /** Said where the message belongs here by how it reads as a whole. */
  readonly asRead: string;
}

type Text = Omit<Receiver, 'destination'>;

const PACKS: Readonly<Record<Destination, Text | undefined>> = {
  safeguarding: {
    team: 'Safeguarding lead',
    title: 'Safeguarding concerns: read them today',
    purpose:
      'Messages in staff chats that speak of a child or an adult at risk. Nobody has judged them yet; a program has found them, and it can be wrong.',
    steps: [
      'Read each message in the chat now, with the messages around it. The team named below shows them to you.',
      'If somebody may be in danger at this moment, act first and fill this in afterwards.',
      'Decide on the referral (a child: Children Act 1989 section 47; an adult: Care Act 2014 section 42; an allegation against a colleague: LADO, or the route for people in positions of trust) and note when and to whom.',
      'Speak to nobody named in a message before you have decided how.',
      'See that what concerns a patient stands in the care record too.',
    ],
    fields: [
      when('When'),
      author('Written by'),
      words('What was written'),
      { title: 'Who may be at risk' },
      { title: 'Read by, date and time' },
      { title: 'Referred to, date and time' },
    ],
    concerns: () => true,
    asRead: 'A safeguarding concern, by how the message reads',
  },
  'secure-credential': {
    team: 'Information security',
    title: 'Passwords and codes to change',
    purpose: 'Messages in staff chats that give away a password, a PIN or a code. Whoever was in the chat can use it.',
    steps: [
      'Have it changed now, before you look for who sent it.',
      'Look for use of it since the date given, and report what you find as an incident.',
      'The password or code does not stand in this pack. The team named below shows you the message.',
      'Tick "Moved" when it is changed, and give the number of the call or change.',
    ],
    fields: [
      when('Sent'),
      { title: 'System, door or key safe' },
      { title: 'Changed on' },
      { title: 'Changed by' },
      { title: 'Signs of misuse' },
    ],
    concerns: within('credential', 'incident.security'),
    asRead: 'A password or code, by how the message reads',
  },
  'incident-system': {
    team: 'Incident team',
    title: 'Incidents to look up, or to report',
    purpose:
      'Messages in staff chats that speak of an incident, an error, a fall or an injury. The fields stand in the order of an incident form.',
    steps: [
      'Look the incident up in the incident system by date and place. If it is there, tick "Moved" and give its number.',
      'If it is not there, read the message in the chat and report the incident now.',
      'Where a patient came to moderate harm or worse, ask whether the duty of candour applies (regulation 20).',
      'Nothing about an incident is deleted from the chat until the investigation has decided what it needs.',
    ],
    fields: [
      happened('What happened'),
      when('When'),
      { title: 'Where (site, ward, room)' },
      affected('Who was affected'),
      { title: 'Harm (none, low, moderate, severe, fatal)' },
      { title: 'Immediate action' },
      author('Told in the chat by'),
    ],
    concerns: within('incident', 'patient', 'safeguarding', 'credential', 'governance.wrong-patient'),
    asRead: 'An incident, by how the message reads',
  },
  'care-record': {
    team: 'Care record team',
    title: 'Late entries for the care record',
    purpose:
      "Messages in staff chats that belong in a patient's care record, as a worksheet for late entries: one message an item.",
    steps: [
      'Read the message in the chat, with the messages around it, and find the patient. If you cannot be sure who is meant, leave the item at "To move" and say so on the reply slip: a wrong entry is worse than none.',
      'Look whether the record says it already. If so, tick "Not needed" and give the place as the reason.',
      'Otherwise enter it as a late entry: the time of the event and the time of the entry, who wrote it, the words, and that they come from a staff chat. Leave out what concerns anybody else.',
      "A clinician looks at entries that could still change the patient's care, the most serious first.",
    ],
    fields: [
      when('Time of the event, by the phone'),
      { title: 'Time of the entry' },
      author('Author of the message'),
      { title: 'Patient and NHS number' },
      words('Words to enter'),
      { title: 'Entered by, with role' },
    ],
    concerns: within(
      'patient',
      'safeguarding',
      'incident',
      'media',
      'governance.not-documented',
      'governance.wrong-patient',
    ),
    asRead: "Something about a patient's care, by how the message reads",
  },
  'staff-record': {
    team: 'HR',
    title: 'Matters for the staff record',
    purpose:
      'Messages in staff chats that tell a private matter of a colleague. The pack says what was recognised and judges nobody: neither the colleague nor whoever wrote it.',
    steps: [
      'Read the message in the chat and find out whom it is about.',
      'File it: sickness and leave on the roster or absence line; health with occupational health, apart from the HR file; the rest in the HR file, if it belongs there at all.',
      'This pack is no ground for action against anybody: it was made by a program, which can be wrong, and it does not know why something was written.',
    ],
    fields: [
      when('When'),
      { title: 'Whom it is about' },
      { title: 'Filed with (HR, occupational health, roster)' },
      { title: 'Told to the colleague, on' },
    ],
    concerns: within('staff'),
    asRead: 'A private matter of a colleague, by how the message reads',
  },
  'corporate-record': {
    team: 'Records team',
    title: 'Decisions and instructions to file',
    purpose:
      'Messages in staff chats by which something was decided, spent or ordered for the organisation, or that belong to a complaint, a claim or an inquest.',
    steps: [
      'Ask whoever decided whether it stands in minutes, a decision log or e-mail on file already. If so, tick "Not needed" and say where.',
      'Otherwise file it where others find it again: the decision, who took it, on what information, when.',
      'Give it an owner and a date to keep it until, from the retention schedule.',
      'What may be asked for under freedom of information stays in the chat until it is filed, and longer where a request is open.',
    ],
    fields: [
      when('When'),
      { title: 'Decision or matter' },
      { title: 'Decided by' },
      { title: 'Filed in' },
      { title: 'Owner, and keep until' },
    ],
    concerns: within('corporate', 'governance'),
    asRead: 'A decision or instruction of the organisation, by how the message reads',
  },
  // The work of those who hold the report: they hand it to nobody.
  'breach-assessment': undefined,
  'human-review': undefined,
};

/** In the order of the destinations, most urgent first. */
export const RECEIVERS: readonly Receiver[] = idsOf<Destination>(DESTINATIONS).flatMap((destination) => {
  const text = PACKS[destination];
  return text === undefined ? [] : [{ destination, ...text }];
});

/** A category that is one of these, or stands below one of them. */
function within(...roots: readonly Category[]): (category: Category) => boolean {
  return (category) => roots.some((root) => category === root || category.startsWith(`${root}.`));
}

/**
 * Whether a message goes into a receiver's pack: `perhaps` where nobody has confirmed that it is about a person, which the holders of the
 * report judge first. Safeguarding waits for nobody.
 */
export function goesTo({ destination }: Receiver, { dispositions, verdict }: MessageRecord): 'yes' | 'perhaps' | 'no' {
  if (!dispositions.some((one) => one.destination === destination)) return 'no';
  return verdict === 'possible' && destination !== 'safeguarding' ? 'perhaps' : 'yes';
}
