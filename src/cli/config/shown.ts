// A path as a report would show it: the folder of a user and names of people are hidden. Loaded when there is a path to print.

import { redactor } from '../../report/redact.ts';
import { knowledgeOf, packWith } from '../knowledge.ts';

export async function shownPath(path: string): Promise<string> {
  const ending = /\.(?:yaml|yml|json)$/i.exec(path)?.[0] ?? '';
  const mask = redactor([], knowledgeOf(await packWith(undefined)).findIdentifying);
  return mask.path(path.slice(0, path.length - ending.length)) + ending;
}
