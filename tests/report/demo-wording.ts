// Names, rules and clauses of the demo result, in place of the pattern and policy files.

import type { ToolRecord } from '../../src/model.ts';
import type { Wording } from '../../src/report/report.ts';

export const tool: ToolRecord = {
  name: 'ig-scan',
  version: '1.0.0',
  patterns: { version: '2025.1', sha256: 'a'.repeat(64) },
  policy: { id: 'trust-strict', version: '1', sha256: 'b'.repeat(64) },
};

const CATEGORIES: Readonly<Record<string, string>> = {
  'patient.identifier.nhs-number': 'NHS number',
  'patient.identifier.name-partial': 'Part of a name',
  'patient.identifier.location-bed': 'Bed, bay or room',
  'patient.identifier.age-sex': 'Age or sex',
  'patient.clinical.diagnosis': 'Diagnosis or injury',
  'patient.clinical.observation': 'Observation or score',
  'patient.clinical.medication': 'Medication',
  'safeguarding.child': 'Safeguarding of a child',
  'staff.hr.sickness': "A colleague's sickness",
  'credential.door-code': 'Door code',
  'corporate.bed-closure': 'Closing of beds',
  'incident.fall': 'Fall',
  'governance.not-documented': 'Not written in the record',
  'governance.destruction-intent': 'Intent to destroy records',
  'media.image': 'Picture',
};

const CLAUSES: Readonly<Record<string, ReturnType<Wording['clause']>>> = {
  'POL-02': { kind: 'policy', source: 'Trust policy, paragraph 1', says: 'This covers patients and staff alike.' },
  'POL-05': {
    kind: 'policy',
    source: 'Trust policy, paragraph 3',
    says: "Everything about a patient's care must be stored in the care record and be available from it.",
  },
  'POL-11': {
    kind: 'policy',
    source: 'Trust policy, paragraph 6',
    says: 'Messaging apps raise serious security concerns.',
  },
  'POL-14': {
    kind: 'policy',
    source: 'Trust policy, paragraph 6, point 1',
    says: 'Informal messages must be moved into formal systems.',
  },
  'NHSE-MM-2': {
    kind: 'guidance',
    source: 'NHS England, Using mobile messaging, tip 2',
    says: 'Chat does not replace the record: transfer clinical decisions to it as soon as possible.',
  },
  'UKGDPR-33': {
    kind: 'data-protection',
    verifiedOn: '2025-06-01',
    source: 'UK GDPR Article 33',
    says: 'A personal data breach is assessed, recorded and, where risk follows, reported within 72 hours of awareness.',
  },
  'CA-1989-47': {
    kind: 'law',
    source: 'Children Act 1989 s.47',
    says: 'Enquiries where a child may suffer significant harm.',
  },
  'KEEP-CARE': { kind: 'retention', source: 'Records Management Code, adult health record', says: '8 years.' },
  'FOIA-77': {
    kind: 'law',
    source: 'FOIA s.77; DPA 2018 s.173; Inquiries Act 2005 s.35',
    says: 'Destroying or hiding records that were asked for can be an offence.',
  },
};

const RULES: Readonly<Record<string, string>> = {
  'C-01': 'A valid NHS number',
  'C-06': 'Part of a name with something clinical',
  'C-07': 'A bed on a known ward with something clinical',
  'C-10': 'Age and sex with something clinical',
  'C-14': 'Safeguarding with any detail that points to a person',
  'C-19': 'A colleague with a private staff matter',
  'C-21': 'A credential',
};

const ENTRIES: Readonly<Record<string, string>> = {
  care: 'What belongs to a patient must stand in the care record',
  'emergency-in-record': 'Emergency use, said to stand in the record',
};

export const wording: Wording = {
  category: (id) => CATEGORIES[id] ?? id,
  rule: (id) => RULES[id] ?? id,
  holdKind: () => ({ name: 'freedom of information request', says: 'An open request.', because: ['FOIA-77'] }),
  entry: (id) => ENTRIES[id] ?? id,
  clause: (id) => CLAUSES[id] ?? { source: id, says: '' },
};
