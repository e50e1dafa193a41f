// Files that an operating system leaves beside those of the user. They hold no chat and are passed over without a word.

/** Written by macOS or Windows beside the files of the user. Takes a path with `/`. */
export function isLeftover(path: string): boolean {
  const parts = path.split('/');
  const name = (parts.at(-1) ?? '').toLowerCase();
  return (
    parts.includes('__MACOSX') ||
    name.startsWith('._') ||
    name === '.ds_store' ||
    name === 'thumbs.db' ||
    name === 'desktop.ini'
  );
}
