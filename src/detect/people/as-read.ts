// Names once the whole message is read among its neighbours: a colleague's is ordinary in talk of work and identifies them where a
// private matter of theirs is told; a name in talk about nobody is no patient's.

import type { Aboutness, Evidence, Finding } from '../../model.ts';
import type { PersonFinding } from './people.ts';

/**
 * From here on a message counts as about a colleague's private matters. Those who take part are named all the time, so that
 * more must speak for them.
 */
const PRIVATE_MATTER = { other: 0.35, participant: 0.65, bystander: Number.POSITIVE_INFINITY };
/** From here on it is about a person: less is asked for when cues tell whose name it is. */
const ABOUT_SOMEBODY = { known: 0.5, unknown: 0.75 };
/** What is written beside a patient's name alone; a name with it is a patient's, however the message reads. */
const PROOF = /^patient\.identifier\.(?:dob|nhs-number|chi-number|hc-number|hospital-number)$/;
const PROVED = 0.6;
/** Evidence, but too unsure to show as the name of somebody whom the message is about. */
const UNSURE = 0.45;

export function namesAsRead(evidence: Evidence): Evidence {
  const persons = evidence.findings.filter(isPerson);
  if (persons.length === 0) return evidence;
  const aboutAnother = persons.some(isAnother);
  const proved = evidence.findings.some(({ category, confidence }) => PROOF.test(category) && confidence >= PROVED);
  const findings = evidence.findings.map((one) => {
    if (!isPerson(one)) return one;
    return one.colleague ? colleagueAsRead(one, evidence.aboutness, aboutAnother) : nameAsRead(one, evidence, proved);
  });
  return { ...evidence, findings };
}

const isPerson = (finding: Finding): finding is PersonFinding =>
  finding.pattern === 'person-name' && finding.category !== 'patient.identifier.initials';

/** Somebody who is talked of and takes no part: where there is one, it is about them and not about those who take part. */
const isAnother = ({ colleague, subject }: PersonFinding): boolean => colleague === 'other' || subject === 'patient';

function colleagueAsRead(
  { colleague, ...finding }: PersonFinding,
  { staff }: Aboutness,
  aboutAnother: boolean,
): Finding {
  const told = staff >= PRIVATE_MATTER[colleague ?? 'other'] && !(aboutAnother && colleague === 'participant');
  return told ? { ...finding, category: 'staff.identifier.name' } : finding;
}

function nameAsRead(finding: Finding, { aboutness }: Evidence, proved: boolean): Finding {
  const enough = finding.subject === 'unknown' ? ABOUT_SOMEBODY.unknown : ABOUT_SOMEBODY.known;
  if (proved || aboutness.person >= enough) return finding;
  return { ...finding, confidence: Math.min(finding.confidence, UNSURE) };
}
