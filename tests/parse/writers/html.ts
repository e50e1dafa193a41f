// Text as pages hold it, and what is left of its spaces when a page is shown.

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Escaped, with a break for each new line and addresses made into links. */
export const marked = (text: string, br = '<br>'): string =>
  escaped(text)
    .replace(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`)
    .replaceAll('\n', br);

/** Spaces of a page are drawn together, and blank lines are not seen. */
export const asShown = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
