// Signals: what a message shows without any particular word, such as an attachment nobody has read, a handover of several
// patients, or the app's own line that messages now vanish.

import type { Attachment, Category, Finding, Message, Power } from '../../model.ts';

const MEDIA: Readonly<Record<Attachment['kind'], Category>> = {
  image: 'media.image',
  video: 'media.video',
  'voice-note': 'media.voice-note',
  document: 'media.document',
  'contact-card': 'media.contact-card',
  location: 'media.location',
  'sticker-gif': 'media.sticker-gif',
  omitted: 'media.omitted',
  'view-once': 'media.view-once',
};
/** Kinds in which a person can see or hear a patient. Stickers and moving pictures are ornaments. */
const TO_BE_LOOKED_AT = new Set<Attachment['kind']>([
  'image',
  'video',
  'voice-note',
  'document',
  'omitted',
  'view-once',
]);

/** Two people with a strong identifier each, and this much said about health, make a handover (domain rule C-13). */
const HANDOVER_PEOPLE = 2;
const HANDOVER_TERMS = 2;

export function signalsOf(
  message: Message,
  findings: readonly Finding[],
  powerOf: (category: Category) => Power,
): Category[] {
  const signals = new Set<Category>();
  for (const { kind } of message.attachments) {
    if (!TO_BE_LOOKED_AT.has(kind)) continue;
    signals.add(MEDIA[kind]);
    signals.add('media.unreviewed');
  }
  if (message.system?.type === 'timer' && message.system.value !== 'off')
    signals.add('governance.disappearing-messages');
  if (isHandover(findings, powerOf)) signals.add('patient.clinical.handover');
  if (isClinicalImage(message, findings)) signals.add('patient.clinical.image');
  if (isCorporateDecision(findings)) signals.add('corporate.decision');
  return [...signals].sort();
}

function isHandover(findings: readonly Finding[], powerOf: (category: Category) => Power): boolean {
  const places = new Map<Category, number>();
  for (const { category, confidence } of findings) {
    if (confidence < 0.5 || !category.startsWith('patient.identifier.')) continue;
    if (powerOf(category) === 'strong' || powerOf(category) === 'direct')
      places.set(category, (places.get(category) ?? 0) + 1);
  }
  const people = Math.max(0, ...places.values());
  const terms = findings.filter(
    ({ category, confidence }) => category.startsWith('patient.clinical.') && confidence > 0.3,
  );
  return people >= HANDOVER_PEOPLE && terms.length >= HANDOVER_TERMS;
}

/** A picture whose caption speaks of a patient or of care: a clinical image, whatever it shows. */
function isClinicalImage({ attachments }: Message, findings: readonly Finding[]): boolean {
  const isSeen = attachments.some(({ kind }) => kind === 'image' || kind === 'video');
  return isSeen && findings.some(({ category }) => /^(patient\.|context\.care)/.test(category));
}

/** Business of the organisation in the language of deciding. */
function isCorporateDecision(findings: readonly Finding[]): boolean {
  const has = (prefix: string, confidence: number) =>
    findings.some((finding) => finding.category.startsWith(prefix) && finding.confidence >= confidence);
  return has('corporate.', 0.6) && has('context.decision', 0.3);
}
