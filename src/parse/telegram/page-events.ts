// Lines that Telegram writes on its pages, always in English (telegramdesktop/tdesktop, export_output_html.cpp).

import type { SystemEvent, SystemEventType } from '../../model.ts';

/** The first group is who did it; the second the people, or the new name; the third the people beside a name. */
const WORDINGS: readonly (readonly [SystemEventType, RegExp])[] = [
  ['created', /^(.+?) created (?:group|channel) «(.*)»(?: with members (.+))?$/s],
  ['renamed', /^(.+?) changed group title to «(.*)»$/s],
  ['icon', /^(.+?) (?:changed|deleted|removed) group photo/],
  ['added', /^(.+?) invited (.+)$/],
  ['removed', /^(.+?) removed (.+)$/],
  ['joined', /^(.+?) joined (?:the )?(?:group|channel)\b/],
  ['left', /^(.+?) left (?:the )?(?:group|channel)\b/],
  ['pinned', /^(.+?) pinned /],
  ['call', /^(.+?) (?:started|scheduled|invited .+ to the) (?:a )?(?:group |video |voice )*(?:call|chat)/],
  ['timer', /^(.+?) (?:set messages to auto-delete|set messages not to auto-delete|enabled auto-delete)/],
  ['settings', /^(.+?) changed chat theme/],
  ['earlier-messages-missing', /^History cleared/],
];

export function pageEventIn(text: string): SystemEvent {
  for (const [type, wording] of WORDINGS) {
    const found = wording.exec(text);
    if (found) return eventOf(type, found[1] ?? '', found[2] ?? '', found[3] ?? '');
  }
  return { type: 'other', members: [] };
}

function eventOf(type: SystemEventType, actor: string, what: string, beside: string): SystemEvent {
  if (type === 'joined' || type === 'left') return { type, members: [actor] };
  if (type === 'created' || type === 'renamed') return { type, actor, members: peopleIn(beside), value: what };
  if (type === 'added' && what === actor) return { type: 'joined', members: [actor] };
  if (type === 'removed' && what === actor) return { type: 'left', members: [actor] };
  return actor === '' ? { type, members: [] } : { type, actor, members: peopleIn(what) };
}

const peopleIn = (list: string): string[] => list.split(/, | and /).filter((name) => name !== '');
