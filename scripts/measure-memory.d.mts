// Types of measure-memory.mjs, for the tests.

/** Writes a zip with an invented chat of about `chatBytes`, and stored media of about `mediaBytes` beside it. */
export function writeArchive(path: string, chatBytes: number, mediaBytes: number): Promise<void>;
/** Runs the program with its output thrown away; peak resident memory in MB. */
export function runMeasured(args: readonly string[]): Promise<{ code: number | null; seconds: number; peakMb: number }>;
