// Which messages a person must read now: danger to a person, and talk of destroying or hiding evidence (precedence.ts). The number in
// the summary and the lists in the reports both ask here.

import { isDanger, isDestruction } from '../policy/precedence.ts';

export const isUrgent = (decision: Parameters<typeof isDanger>[0]): boolean =>
  isDanger(decision) || isDestruction(decision);
