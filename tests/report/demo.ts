// An invented result that covers what a report can meet: every verdict, every destination, an unread source, hostile names.

import type {
  ChatRecord,
  Disposition,
  FindingRecord,
  MessageRecord,
  NotExaminedRecord,
  SourceRecord,
} from '../../src/model.ts';

const MAPLE = 'c0ffee000001-1';
const DIRECT = 'c0ffee000002-1';

function message(chat: string, index: number, parts: Partial<MessageRecord>): MessageRecord {
  const id = `${chat}:${index}`;
  const [minutes, hour] = [String(index % 60).padStart(2, '0'), String(8 + (index % 12)).padStart(2, '0')];
  return {
    id,
    chat,
    index,
    at: `2024-12-03T${hour}:${minutes}`,
    sender: 'S1',
    people: [],
    verdict: 'probable',
    severity: 'high',
    confidence: 0.8,
    rules: [],
    subjects: ['patient'],
    flags: [],
    findings: [],
    dispositions: [],
    residual: 'do-not-delete-yet',
    hold: { status: 'unknown', ids: [] },
    context: [],
    exposure: { members: 5 },
    ...parts,
  };
}

function finding(message: string, number: number, category: string, parts: Partial<FindingRecord> = {}): FindingRecord {
  const pattern = category.split('.').at(-1) ?? category;
  const place = { start: number * 10, end: number * 10 + 8 };
  return {
    id: `${message}.${number}`,
    pattern,
    category,
    ...place,
    confidence: 0.85,
    because: [`word list ${pattern}`],
    ...parts,
  };
}

const care: Disposition = {
  destination: 'care-record',
  because: ['POL-05', 'POL-14', 'NHSE-MM-2'],
  due: 'same shift',
  keep: ['KEEP-CARE'],
  by: ['care'],
};
const breach: Disposition = {
  destination: 'breach-assessment',
  because: ['UKGDPR-33'],
  due: '72 hours from confirmation',
};

const messages: readonly MessageRecord[] = [
  message(MAPLE, 12, {
    sender: 'S3',
    people: ['P1'],
    verdict: 'confirmed',
    severity: 'critical',
    confidence: 0.98,
    rules: ['C-01', 'C-06'],
    findings: [
      finding(`${MAPLE}:12`, 1, 'patient.identifier.nhs-number', {
        confidence: 0.98,
        because: ['ten digits', 'check digit right', 'NHS no stands before it'],
        subject: 'patient',
      }),
      finding(`${MAPLE}:12`, 2, 'patient.identifier.name-partial'),
      finding(`${MAPLE}:12`, 3, 'patient.clinical.diagnosis'),
    ],
    dispositions: [care, breach],
  }),
  message(MAPLE, 13, {
    sender: 'S5',
    people: ['P1'],
    rules: ['C-07'],
    findings: [
      finding(`${MAPLE}:13`, 1, 'patient.clinical.observation'),
      finding(`${MAPLE}:13`, 2, 'patient.clinical.observation', { confidence: 0.9, because: ['NEWS with a number'] }),
    ],
    flags: ['governance.not-documented'],
    decision: {
      kind: 'clinical',
      role: 'decision',
      signs: ['hedged', 'not-documented'],
      basis: ['patient.clinical.observation'],
      owner: 'reader',
      due: '17:00',
      takenOn: { message: `${MAPLE}:14`, sender: 'S2' },
    },
    dispositions: [care, breach],
    context: [`${MAPLE}:12`, `${MAPLE}:9`],
  }),
  message(MAPLE, 20, {
    sender: 'S2',
    people: ['P2', 'P3'],
    verdict: 'probable',
    severity: 'critical',
    rules: ['C-14'],
    findings: [
      finding(`${MAPLE}:20`, 1, 'safeguarding.child'),
      finding(`${MAPLE}:20`, 2, 'patient.identifier.name-partial'),
    ],
    aboutChild: true,
    dispositions: [{ destination: 'safeguarding', because: ['CA-1989-47', 'POL-14'], due: 'today' }, care],
    residual: 'retain',
  }),
  message(MAPLE, 31, {
    sender: 'S2',
    verdict: 'none',
    severity: 'critical',
    confidence: 0.9,
    subjects: [],
    flags: ['governance.destruction-intent'],
    dispositions: [{ destination: 'human-review', because: ['FOIA-77'], due: 'at once' }],
    residual: 'retain',
  }),
  message(MAPLE, 40, {
    verdict: 'confirmed',
    severity: 'high',
    confidence: 0.95,
    rules: ['C-21'],
    subjects: ['unknown'],
    findings: [finding(`${MAPLE}:40`, 1, 'credential.door-code')],
    dispositions: [{ destination: 'secure-credential', because: ['POL-11'], due: 'at once' }],
  }),
  message(MAPLE, 44, {
    sender: '',
    verdict: 'indirect',
    severity: 'medium',
    confidence: 0.6,
    rules: ['C-10'],
    findings: [finding(`${MAPLE}:44`, 1, 'patient.identifier.age-sex'), finding(`${MAPLE}:44`, 2, 'incident.fall')],
    dispositions: [{ destination: 'incident-system', because: ['POL-14'], due: 'same shift' }, care, breach],
    hold: { status: 'matched', ids: ['HOLD-7'] },
    residual: 'retain',
  }),
  message(MAPLE, 52, {
    verdict: 'none',
    severity: 'medium',
    confidence: 0.7,
    subjects: [],
    findings: [finding(`${MAPLE}:52`, 1, 'corporate.bed-closure')],
    dispositions: [{ destination: 'corporate-record', because: ['POL-14'], due: 'as soon as practicable' }],
  }),
  message(MAPLE, 60, {
    verdict: 'possible',
    severity: 'low',
    confidence: 0.4,
    rules: ['C-10'],
    findings: [
      finding(`${MAPLE}:60`, 1, 'patient.clinical.medication', { attachment: '[name hidden 1].pdf' }),
      finding(`${MAPLE}:60`, 2, 'media.image'),
    ],
    dispositions: [{ destination: 'human-review', because: ['POL-05'] }],
    residual: 'leave',
  }),
  message(DIRECT, 3, {
    at: '99/99/2024 <b>10:00</b>',
    sender: 'S2',
    rules: ['C-19'],
    subjects: ['staff'],
    findings: [finding(`${DIRECT}:3`, 1, 'staff.hr.sickness')],
    dispositions: [{ destination: 'staff-record', because: ['POL-02'], due: 'next working day' }, breach],
    residual: 'delete-after-transfer',
    hold: { status: 'none', ids: [] },
  }),
];

const chats: readonly ChatRecord[] = [
  {
    id: MAPLE,
    source: 'exports/WhatsApp Chat with [name].zip',
    path: 'WhatsApp Chat with Maple Ward nights.txt',
    app: 'whatsapp',
    layout: 'whatsapp-android',
    title: 'Maple Ward nights',
    kind: 'group',
    dateOrder: { order: 'day-first', certain: true, evidence: 'a date with 13 or more in first place' },
    participants: [
      { id: 'S1', shown: 'name', said: 20 },
      { id: 'S2', shown: 'number', said: 14 },
      { id: 'S3', shown: 'push-name', said: 9 },
      { id: 'S4', shown: 'name', said: 0 },
      { id: 'S5', shown: 'name', said: 17 },
    ],
    firstAt: '2024-12-01T07:02',
    lastAt: '2024-12-09T21:40',
    counts: { records: 68, said: 60, system: 8, attachments: 6, flagged: 5, possible: 1 },
    membership: { atStart: 3, most: 5, atEnd: 4, cameLater: 2, left: 1, removed: 0 },
    hours: { messages: 60, outside: 21, longestStretch: 3 },
    issues: [{ code: 'media-not-read', count: 4 }],
  },
  {
    id: DIRECT,
    source: 'exports/WhatsApp Chat with [name].zip (2)',
    path: '_chat.txt',
    app: 'whatsapp',
    layout: 'whatsapp-ios',
    title: 'direct chat with S2',
    kind: 'direct',
    dateOrder: { order: 'day-first', certain: false, evidence: 'no date shows which part is the day' },
    participants: [
      { id: 'S1', shown: 'name', said: 2 },
      { id: 'S2', shown: 'name', said: 2 },
    ],
    firstAt: '2024-12-03T09:00',
    lastAt: '2024-12-03T10:30',
    counts: { records: 4, said: 4, system: 0, attachments: 1, flagged: 1, possible: 0 },
    membership: { atStart: 2, most: 2, atEnd: 2, cameLater: 0, left: 0, removed: 0 },
    issues: [{ code: 'date-order-assumed' }, { code: 'date-impossible', place: 'line 3', count: 1 }],
  },
];

const sources: readonly SourceRecord[] = [
  {
    path: 'exports/WhatsApp Chat with [name].zip',
    sha256: 'c0ffee000001'.padEnd(64, '0'),
    bytes: 1_234_567,
    status: 'read',
    issues: [{ code: 'media-not-read', count: 4 }],
  },
  {
    path: 'exports/WhatsApp Chat with [name].zip (2)',
    sha256: 'c0ffee000002'.padEnd(64, '0'),
    bytes: 9_876,
    status: 'partial',
    issues: [
      { code: 'date-order-assumed' },
      { code: 'date-impossible', place: 'line 3', count: 1 },
      { code: 'entry-damaged', place: 'entry 4' },
    ],
  },
  {
    path: 'exports/old phone.zip',
    sha256: 'c0ffee000003'.padEnd(64, '0'),
    bytes: 52_000,
    status: 'unreadable',
    issues: [{ code: 'archive-truncated' }],
  },
];

const notExamined: readonly NotExaminedRecord[] = [
  ...[14, 21, 22].map((index): NotExaminedRecord => {
    const path = `IMG-20241203-WA00${index}.jpg`;
    return {
      source: 'exports/WhatsApp Chat with [name].zip',
      chat: MAPLE,
      index,
      path,
      kind: 'image',
      reason: 'media-not-read',
    };
  }),
  {
    source: 'exports/WhatsApp Chat with [name].zip',
    chat: MAPLE,
    index: 60,
    path: '[name hidden 1].pdf',
    kind: 'document',
    reason: 'media-not-read',
  },
  {
    source: 'exports/WhatsApp Chat with [name].zip',
    chat: MAPLE,
    index: 61,
    path: '',
    kind: 'omitted',
    reason: 'media-not-in-export',
  },
  {
    source: 'exports/WhatsApp Chat with [name].zip (2)',
    path: '00000004-PHOTO-2024-12-03-10-12-00.jpg',
    kind: 'image',
    reason: 'entry-damaged',
  },
];

export interface Result {
  readonly messages: readonly MessageRecord[];
  readonly chats: readonly ChatRecord[];
  readonly sources: readonly SourceRecord[];
  readonly notExamined: readonly NotExaminedRecord[];
}

export const demo: Result = { messages, chats, sources, notExamined };
