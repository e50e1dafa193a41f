// Small pieces of HTML. `html` is the only way to build any: what is put into it is escaped, unless it is HTML already.

import { forHtml } from '../escape.ts';

/** HTML that is safe to write. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | undefined | readonly (Html | undefined)[];

/** Tagged template: strings and numbers are escaped, `Html` and lists of it stand as they are, undefined leaves nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let result = texts[0] ?? '';
  for (const [i, part] of parts.entries()) result += written(part) + (texts[i + 1] ?? '');
  return { html: result };
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return forHtml(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map((one) => one?.html ?? '').join('');
}

/** Text from outside: its direction of writing must not turn the text around it. */
export function foreign(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

export function listOf(items: readonly Html[]): Html | undefined {
  if (items.length === 0) return undefined;
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** A table of labels (row headings) and numbers. */
export function countTable(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Html {
  const heading = head.map((text, i) =>
    i === 0 ? html`<th scope="col">${text}</th>` : html`<th scope="col" class="n">${text}</th>`,
  );
  const body = rows.map(
    (row) =>
      html`<tr>${row.map((text, i) => (i === 0 ? html`<th scope="row">${text}</th>` : html`<td class="n">${text}</td>`))}</tr>\n`,
  );
  return html`<table class="r"><caption>${caption}</caption><thead><tr>${heading}</tr></thead><tbody>
${body}</tbody></table>
`;
}
