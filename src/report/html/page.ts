// The frame of the page: head, contents, sections. One file without script, picture or address: it opens without a network, and
// its security policy lets nothing run or load even if a chat smuggled something in.

import { createHash } from 'node:crypto';
import type { ToolRecord } from '../../model.ts';
import { REVEAL_NOTICE } from '../reveal.ts';
import { type Html, html } from './markup.ts';
import { STYLE } from './style.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Shown in the contents. */
  readonly count?: string;
  /** Stands out as something to act on. */
  readonly alert?: boolean;
  readonly body: Html;
}

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** `reason` is that of a deliberate reveal; undefined where names and words are masked. */
export function pageOf(
  sections: readonly Section[],
  { version, patterns, policy }: ToolRecord,
  reason: string | undefined,
): string {
  const contents = sections.map(
    ({ id, title, count }) => html`<li><a href="#${id}">${title}</a>${count === undefined ? '' : ` (${count})`}</li>\n`,
  );
  const main = sections.map(
    ({ id, title, alert, body }) =>
      html`<section id="${id}"${alert ? { html: ' class="alert"' } : undefined} aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>
${body}</section>
`,
  );
  // The style must stand exactly as it was hashed, so it is not escaped.
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Staff chats: person-confidential information found (ig-scan report)</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header><div class="wide">
<p class="mark">Handle as person-confidential</p>
<h1>Person-confidential information in staff chats</h1>
${reason === undefined ? undefined : html`<p class="mark">${REVEAL_NOTICE} Reason: ${reason}</p>\n`}<p>Report of ig-scan ${version}, patterns ${patterns.version}, policy ${policy.id} ${policy.version}</p>
</div></header>
<div class="wide">
<nav aria-label="Contents"><ul>
${contents}</ul></nav>
<main id="main">
${main}</main>
<footer><p>Made by ig-scan ${version} on the machine it ran on; nothing was sent anywhere. Patterns <span class="k">${patterns.sha256}</span>, policy <span class="k">${policy.sha256}</span>.</p></footer>
</div>
</body>
</html>
`.html;
}
