// A message that reads as about nothing, to start from.

import { TOPICS, type Topic } from '../src/topics.ts';

export const NO_TOPICS = Object.fromEntries(TOPICS.map((topic) => [topic, 0])) as Record<Topic, number>;
