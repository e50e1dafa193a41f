// What is printed when the program itself is at fault: where, and in which version, but never the message of the error,
// which may hold text of a chat.

/** The trace of a bug, masked. */
export function crash(error: unknown, version: string): string {
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const places = frames.map((line) => line.replace(/\(.*[/\\](dist|node_modules)[/\\]/, '($1/'));
  return [
    `ig-scan ${version}: a bug in the program stopped it (${name}). What was scanned so far is not complete.`,
    ...places.slice(0, 12),
    'Please report these lines; they hold nothing of the chat.',
    '',
  ].join('\n');
}
