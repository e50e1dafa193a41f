// What was found in a message, in words: first in what was written, then attachment by attachment, so that a list of twenty findings
// names its photo once and says where in it to look.

import type { Category, Finding, MessageRecord } from '../model.ts';
import type { Wording } from './report.ts';

/** All of one category that was found in one part. */
interface Found {
  /** `NHS number (2 times, page 3 and elsewhere)`. */
  readonly what: string;
  /** Why it was recognised: words of the pattern files. */
  readonly because: string;
}

/** The words of a message with its flags, or one of its attachments. */
export interface FoundPart {
  /** `IMG-20241203-WA0003.jpg`, `[name hidden 1].pdf (page 2)`: as shown; undefined for the message itself. */
  readonly attachment?: string;
  readonly found: readonly Found[];
}

/** The parts in which something was found, in order; each has one entry a category, in order of appearance. */
export function foundIn({ findings, flags }: MessageRecord, wording: Wording): readonly FoundPart[] {
  const categories = new Set(findings.map(({ category }) => category));
  const signs = flags.filter((flag) => !categories.has(flag));
  const written = [
    ...byCategory(
      findings.filter(({ attachment }) => attachment === undefined),
      wording,
    ),
    ...signs.map((flag) => ({ what: wording.category(flag), because: '' })),
  ];
  const names = new Set(findings.flatMap(({ attachment }) => attachment ?? []));
  const attached = [...names].map((name) =>
    inAttachment(
      name,
      findings.filter(({ attachment }) => attachment === name),
      wording,
    ),
  );
  return [...(written.length > 0 ? [{ found: written }] : []), ...attached];
}

/** A place that all share is named once, beside the attachment. */
function inAttachment(name: string, findings: readonly Finding[], wording: Wording): FoundPart {
  const shown = name === '' ? 'an attachment without a name' : name;
  const places = new Set(findings.map(({ place }) => place));
  const [shared] = places.size === 1 ? places : [];
  if (shared === undefined) return { attachment: shown, found: byCategory(findings, wording) };
  return { attachment: `${shown} (${shared})`, found: byCategory(findings.map(withoutPlace), wording) };
}

const withoutPlace = ({ place: _, ...finding }: Finding): Finding => finding;

/** `Diagnosis; NHS number`, `in IMG-20241203-WA0003.jpg: NHS number (top left); Diagnosis (left)`: a part as one line. */
export function foundLine({ attachment, found }: FoundPart): string {
  const all = found.map(({ what }) => what).join('; ');
  return attachment === undefined ? all : `in ${attachment}: ${all}`;
}

/** All parts in one line; '' where nothing was found. */
export const foundText = (record: MessageRecord, wording: Wording): string =>
  foundIn(record, wording).map(foundLine).join('; ');

/** Place and reason are those of the surest finding. */
function byCategory(findings: readonly Finding[], wording: Wording): Found[] {
  const groups = new Map<Category, Finding[]>();
  for (const finding of findings) {
    const known = groups.get(finding.category);
    if (known) known.push(finding);
    else groups.set(finding.category, [finding]);
  }
  return [...groups].map(([category, group]) => {
    const surest = group.reduce((best, one) => (one.confidence > best.confidence ? one : best));
    const isElsewhere = group.some(({ place }) => place !== surest.place);
    const times = group.length > 1 ? `${group.length} times` : '';
    const place = surest.place === undefined ? '' : `${surest.place}${isElsewhere ? ' and elsewhere' : ''}`;
    const more = [times, place].filter((part) => part !== '').join(', ');
    return { what: `${wording.category(category)}${more && ` (${more})`}`, because: surest.because.join(', ') };
  });
}
