// What a message, read in its conversation, may be about. The weights of patterns/aboutness/ have a column a topic, in this order;
// after a change here they must be fitted again (npm run fit).

export const TOPICS = [
  /** An identifiable person's health, care, patient status or private matters. */
  'person',
  /** The same, and that person is a colleague. */
  'staff',
  /** Content for the record of that name. */
  'care',
  'hr',
  'corporate',
  'incident',
  'safeguarding',
  /** Deleting or hiding records. */
  'destruction',
  /** A password or code. */
  'secret',
  /** Meant for, or about, somebody else. */
  'mixUp',
  /** Somebody in the chat who should not be there. */
  'outsider',
] as const;

export type Topic = (typeof TOPICS)[number];
