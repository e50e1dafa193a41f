// Why a text is flagged or is not: each shape, word and name tried on it with its points, the facts that follow, each rule that
// could have applied with what it lacked, and the outcome. Shows the text itself: for invented examples only.

import { explainPatterns, type Trial } from '../detect/patterns/explain.ts';
import { peopleOf } from '../detect/people/people.ts';
import { normalise } from '../detect/text.ts';
import { tokenise } from '../detect/words/tokens.ts';
import type { Aboutness, Evidence } from '../model.ts';
import type { Pack } from '../pack.ts';
import { decide } from '../policy/decide.ts';
import type { Condition } from '../policy/schema.ts';
import { forTerminal } from '../report/escape.ts';
import type { Knowledge } from '../scan.ts';
import { evidenceOf } from './invented-chat.ts';

/** Lines that explain a message standing alone in a chat of that title. */
export async function explain(text: string, title: string, pack: Pack, knowledge: Knowledge): Promise<string[]> {
  const { detectors, decisions } = knowledge;
  const evidence = await evidenceOf({ text, title, before: [] }, detectors);
  const normal = normalise(text);
  const names = peopleOf(detectors.people, []).explain({ text: normal, tokens: tokenise(normal.text), sender: '' });
  return [
    ...section('Shapes tried', explainPatterns(normal, detectors.patterns).filter(isWorthShowing).flatMap(trialLines)),
    ...section(
      'Names tried',
      names.flatMap(({ start, end, score, role, points }) => [
        `"${shown(normal.text, start, end)}": ${rounded(score)} points (2 possible, 3 likely), ${role}`,
        ...points.map(({ because, points: worth }) => `    ${signed(worth)} ${because}`),
      ]),
    ),
    ...section(
      'Findings that stand',
      evidence.findings.map(
        ({ start, end, category, confidence, because }) =>
          `"${shown(text, start, end)}": ${category}, ${rounded(confidence)} (${because.join('; ')})`,
      ),
    ),
    ...section('Read as a whole', aboutLines(evidence.aboutness)),
    ...outcome(evidence, pack, decisions),
  ];
}

function aboutLines({ because, leansOn: _, ...topics }: Aboutness): string[] {
  return [
    Object.entries(topics)
      .map(([topic, share]) => `${topic} ${rounded(share)}`)
      .join(', '),
    ...because.map((reason) => `    ${reason}`),
  ];
}

function outcome(evidence: Evidence, pack: Pack, decisions: Knowledge['decisions']): string[] {
  const facts = decisions.factsOf(evidence);
  const { verdict, severity, rules, dispositions } = decide(evidence, decisions);
  const means = new Map(pack.facts.map((fact) => [fact.id, fact.means]));
  const tried = pack.rules.filter(({ when }) => [...when.all, ...when.any].some((id) => facts.has(id)));
  return [
    ...section(
      'Facts',
      [...facts.keys()].map((id) => `${id}: ${means.get(id) ?? ''}`),
    ),
    ...section(
      'Rules tried',
      tried.map(({ id, says, when }) =>
        rules.includes(id) ? `${id} applies: ${says}` : `${id} does not: ${says} (${lacking(when, facts)})`,
      ),
    ),
    ...section('Outcome', [
      `${verdict}${verdict === 'none' ? '' : `, ${severity}, decided by ${rules[0]}`}`,
      ...dispositions.map(
        ({ destination, due, by = [] }) =>
          `-> ${destination}${due ? `, ${due}` : ''} (policy entries ${by.join(', ')})`,
      ),
    ]),
  ];
}

function lacking({ all, any, and, none }: Condition, facts: { has(id: string): boolean }): string {
  const missing = all.filter((id) => !facts.has(id));
  if (missing.length > 0) return `lacks ${missing.join(', ')}`;
  for (const group of [any, and]) {
    if (group.length > 0 && !group.some((id) => facts.has(id))) return `lacks any of ${group.join(', ')}`;
  }
  return `stands aside for ${none.filter((id) => facts.has(id)).join(', ')}`;
}

const isWorthShowing = ({ gate, match }: Trial): boolean => gate === 'open' || match !== undefined;

function trialLines({ pattern, name, match, reported, why }: Trial): string[] {
  if (!match) return [`${pattern} (${name}): no, ${why}`];
  return [
    `${pattern} (${name}): ${reported ? 'reported' : `not reported, ${why}`}, ${rounded(match.confidence)}`,
    ...match.points.map(({ because, points }) => `    ${signed(points)} ${because}`),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return [title, ...(lines.length > 0 ? lines : ['none']).map((line) => `  ${line}`), ''];
}

const shown = (text: string, start: number, end: number): string => forTerminal(text.slice(start, end));
const rounded = (value: number): string => String(Math.round(value * 100) / 100);
const signed = (value: number): string => (value < 0 ? rounded(value) : `+${rounded(value)}`);
