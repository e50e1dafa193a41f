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
/** Evidence, but too unsure to show as the name of somebody whom the message is about. */
const UNSURE = 0.45;

export function namesAsRead(evidence: Evidence): Evidence {
  const { findings, aboutness } = evidence;
  if (!findings.some(isPerson)) return evidence;
  return { ...evidence, findings: findings.map((one) => (isPerson(one) ? nameAsRead(one, aboutness) : one)) };
}

const isPerson = (finding: Finding): finding is PersonFinding =>
  finding.pattern === 'person-name' && finding.category !== 'patient.identifier.initials';

function nameAsRead({ colleague, ...finding }: PersonFinding, { person, staff }: Aboutness): Finding {
  if (colleague)
    return staff < PRIVATE_MATTER[colleague] ? finding : { ...finding, category: 'staff.identifier.name' };
  const enough = finding.subject === 'unknown' ? ABOUT_SOMEBODY.unknown : ABOUT_SOMEBODY.known;
  return person < enough ? { ...finding, confidence: Math.min(finding.confidence, UNSURE) } : finding;
}
