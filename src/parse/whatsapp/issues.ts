// What the reader of a report must know about one chat: what was lost before it came here, what the app left out, what
// was read on an assumption. No issue holds text of the chat.

import type { Issue } from '../../model.ts';
import type { Census } from '../census.ts';
import { encodingIssues } from '../text.ts';
import type { Outline, Plan } from './outline.ts';
import type { ReadingNotes } from './records.ts';

interface Facts {
  readonly outline: Outline;
  readonly plan: Plan | undefined;
  readonly census: Census;
  /** Dates that are in no calendar in the order chosen. */
  readonly impossible: number;
  readonly notes: ReadingNotes;
}

/** Issues of a chat other than those about the order of its dates. */
export function issuesOf(facts: Facts): Issue[] {
  return [...readingIssues(facts), ...layoutIssues(facts), ...exportIssues(facts)];
}

function readingIssues({ outline, notes }: Facts): Issue[] {
  const issues: Issue[] = [];
  const damage = notes.damage ?? outline.damage;
  if (damage !== undefined) issues.push({ code: damage, place: `after line ${notes.lines}` });
  issues.push(...encodingIssues(outline.encoding));
  if (outline.nuls > 0) issues.push({ code: 'nul-bytes', count: outline.nuls });
  if (notes.unattributedWords > 0) issues.push({ code: 'lines-before-first-message', count: notes.unattributedWords });
  if (notes.cut > 0) issues.push({ code: 'record-cut', place: linesAt(notes.cutAt), count: notes.cut });
  return issues;
}

function layoutIssues({ plan, census, impossible }: Facts): Issue[] {
  const issues: Issue[] = [];
  const others = plan?.others ?? [];
  if (others.length > 0) {
    const count = others.reduce((sum, shape) => sum + shape.count, 0);
    issues.push({ code: 'mixed-layouts', place: linesAt(others.slice(0, 5).map((shape) => shape.firstLine)), count });
  }
  if (impossible > 0) issues.push({ code: 'date-impossible', count: impossible });
  if (census.back > 0) issues.push({ code: 'goes-back-in-time', count: census.back });
  if (census.yearless > 0) issues.push({ code: 'date-without-year', count: census.yearless });
  return issues;
}

function exportIssues({ plan, census }: Facts): Issue[] {
  const issues: Issue[] = [];
  if (census.earlierMissing) issues.push({ code: 'earlier-messages-missing' });
  if (isAtLimit(census, plan?.web ?? false)) issues.push({ code: 'export-cut-by-app', count: census.records });
  const ios = plan?.main.bracket === true && !plan.web;
  if (ios && census.pictures > 0 && census.captions === 0) {
    issues.push({ code: 'captions-not-exported', count: census.pictures });
  }
  if (census.missing > 0) issues.push({ code: 'media-not-in-export', count: census.missing });
  if (census.here > 0) issues.push({ code: 'media-not-read', count: census.here });
  return issues;
}

/** WhatsApp keeps the newest 40,000 messages, 10,000 with media; the Web 100,000. The app's own lines blur the number. */
function isAtLimit({ records, named }: Census, web: boolean): boolean {
  const limits = web ? [100_000] : named > 0 ? [40_000, 10_000] : [40_000];
  return limits.some((limit) => Math.abs(records - limit) <= limit / 100);
}

const linesAt = (lines: readonly number[]): string => `line ${lines.join(', ')}`;
