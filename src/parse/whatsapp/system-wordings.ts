// What the app itself says in a chat, in English: phones of 2014 to 2026 and WhatsApp Web. To add a wording add a row with
// a sample; the first row that fits decides, so narrow rows stand before wide ones. Other languages: language.ts.

import type { SystemEventType } from '../../model.ts';

export interface Wording {
  readonly type: SystemEventType;
  /** Groups: actor, members, value. Tried on one line of at most 600 characters. */
  readonly regex: RegExp;
  /** The wording itself, or a quoted name in it, may hold `: `, so that a colon does not speak for a sender. */
  readonly colon?: true;
  readonly sample: string;
}

const A = '^(?<actor>.{1,120}?)';
const Q = '["“”„\'‘’«»]';
const GROUP = "(?:this group's|the group's|the group|group)";

const row = (type: SystemEventType, regex: string, sample: string, flags?: Pick<Wording, 'colon'>): Wording => ({
  type,
  regex: new RegExp(regex),
  sample,
  ...flags,
});
const NAMED = { colon: true } as const;

export const WORDINGS: readonly Wording[] = [
  row(
    'encryption',
    '^Messages .{0,80}end-to-end encrypt',
    'Messages and calls are end-to-end encrypted. Tap to learn more.',
  ),
  row(
    'earlier-messages-missing',
    '^Some earlier messages may not be available',
    'Some earlier messages may not be available.',
  ),
  row(
    'security-code',
    '^Your security code with (?<actor>.{1,120}?) (?:has )?changed',
    'Your security code with Jo changed. Tap to learn more.',
    NAMED,
  ),
  row('security-code', `${A}['’]s security code (?:has )?changed`, "Jo's security code changed."),

  row(
    'created',
    `${A} created (?:the |this )?group(?: ${Q}(?<value>.{0,300})${Q})?\\.?$`,
    'Jo created group "Ward 7"',
    NAMED,
  ),
  row(
    'renamed',
    `${A} changed ${GROUP} (?:name|subject) (?:from .{1,300} )?to ${Q}(?<value>.{0,300})${Q}\\.?$`,
    'Jo changed the group name from “Ward 7” to “Ward 8”',
    NAMED,
  ),
  row(
    'renamed',
    `${A} changed the (?:subject|name) (?:from .{1,300} )?to ${Q}(?<value>.{0,300})${Q}\\.?$`,
    'Jo changed the subject to “Ward 8”',
    NAMED,
  ),
  row('renamed', `${A} named the group (?<value>.{1,300}?)\\.?$`, 'Jo named the group Ward 8.', NAMED),
  row(
    'described',
    `${A} (?:changed|deleted|removed|set) ${GROUP} description`,
    'Jo changed the group description',
    NAMED,
  ),
  row('icon', `${A} (?:changed|deleted|removed|set) ${GROUP} (?:icon|photo|picture)`, "Jo changed this group's icon"),

  row('timer', `${A} turned (?<value>off) disappearing messages`, 'Jo turned off disappearing messages.'),
  row(
    'timer',
    `${A} turned on disappearing messages(?:.{0,80}?(?<value>\\d{1,3} (?:hour|day|week|month|minute|second)s?))?`,
    "Jo turned on disappearing messages. New messages will disappear from this chat 7 days after they're sent, except when kept.",
  ),
  row(
    'timer',
    `${A} (?:updated|changed|set) the (?:disappearing )?message timer(?:.{0,80}?(?<value>\\d{1,3} (?:hour|day|week|month|minute|second)s?))?`,
    "Jo updated the message timer. New messages will disappear from this chat 24 hours after they're sent, except when kept.",
  ),
  row(
    'timer',
    '^New messages will disappear from this chat (?<value>\\d{1,3} \\w{3,7}) after',
    "New messages will disappear from this chat 90 days after they're sent, except when kept.",
  ),

  row('admin', `${A} made (?<members>.{1,300}?) (?:an admin|admin|a group admin)\\.?$`, 'Jo made Sam an admin'),
  row(
    'admin',
    `${A} (?:dismissed|removed) (?<members>.{1,300}?) as (?:an |group )?admin\\.?$`,
    'Jo dismissed Sam as admin',
  ),
  row(
    'admin',
    "^(?<actor>You|.{1,120}?)(?:['’]re| are| is) (?:now|no longer) (?:an |a group )?admin",
    "You're now an admin",
  ),
  row(
    'settings',
    `${A} changed (?:${GROUP} settings|settings)`,
    "Jo changed this group's settings to allow only admins to send messages to this group",
    NAMED,
  ),
  row(
    'settings',
    `${A} turned (?:on|off) (?:admin approval|advanced chat privacy)`,
    'Jo turned on admin approval to join this group',
  ),
  row(
    'settings',
    `${A} (?:reset|revoked) (?:this group's|the group's|the) (?:group )?invite link`,
    "Jo reset this group's invite link",
  ),
  row(
    'settings',
    '^(?:Anyone in this group can|Only admins can|Only group admins can|Now only admins can)',
    'Anyone in this group can invite new members using a group link',
  ),
  row(
    'settings',
    `${A} (?:allowed|now allows) .{1,200} to (?:send|edit|add|join|invite)`,
    'Jo allowed all members to add others',
  ),

  row('pinned', `${A} (?:un)?pinned a message`, 'Jo pinned a message'),
  row(
    'number-changed',
    `${A} changed (?:their|his|her) phone number`,
    'Jo changed their phone number to a new number. Tap to message or add the new number.',
  ),
  row('number-changed', `${A} changed to (?<value>.{4,60}?)\\.?$`, '+44 7700 900123 changed to +44 7700 900124'),
  row('call', '^(?:Missed|Silenced|Declined|Unanswered) (?:group )?(?:voice |video )?call', 'Missed voice call'),
  row('call', '^(?:Group )?(?:[Vv]oice|[Vv]ideo) call(?:[,.]|$| ended)', 'Voice call, 5 min'),
  row('call', `${A} started an? (?:group )?(?:voice |video )?(?:call|chat)`, 'Jo started a video call'),
  row('call', '^\\[Call\\]$', '[Call]'),

  row(
    'other',
    '^This (?:chat is with|business |message was not|group (?:was|has|is) )',
    'This chat is with a business account. Tap to learn more.',
  ),
  row(
    'added',
    `${A} added (?<members>you) to a group in the community`,
    'Jo added you to a group in the community: St Elsewhere',
    NAMED,
  ),
  row('joined', `${A} joined (?:using|via|from|with|by|through) `, "Jo joined using this group's invite link"),
  row('joined', `${A} joined(?: the group| this group)?\\.?$`, 'Jo joined'),
  row(
    'added',
    `^(?<members>.{1,120}?) (?:was|were) added(?: by (?<actor>.{1,120}?))?(?: to (?:the|this) group)?\\.?$`,
    'Sam was added',
  ),
  row(
    'removed',
    `^(?<members>.{1,120}?) (?:was|were) removed(?: by (?<actor>.{1,120}?))?(?: from (?:the|this) group)?\\.?$`,
    'Sam was removed',
  ),
  row('added', `${A} added (?<members>.{1,400}?)(?: to (?:the|this) group)?$`, 'Jo added Sam'),
  row('removed', `${A} removed (?<members>.{1,400}?)(?: from (?:the|this) group)?$`, 'Jo removed Sam'),
  row('left', `${A} left(?: the group| this group)?\\.?$`, 'Jo left'),

  row(
    'other',
    `${A} set (?:the|a) nickname for (?<members>.{1,120}?) to `,
    'Jo set the nickname for Sam to Boss',
    NAMED,
  ),
  row('other', `${A} (?:requested to join|asked to join|invited )`, 'Jo requested to join'),
  row('other', `${A} (?:un)?blocked this contact`, 'You blocked this contact. Tap to unblock.'),
  row('other', '^\\[System notification\\]$', '[System notification]'),
  row(
    'other',
    '^.{1,400}(?:Tap|Click) to (?:learn more|change|unblock|call back|view)\\.?$',
    'Something new happened. Tap to learn more.',
  ),
];
