// Types of make-fixtures.mjs, for the tests.

/** Path below fixtures/ and content. */
export function fixtureFiles(): Promise<Map<string, Buffer>>;
/** Paths whose content on disk is not what `files` says. */
export function differences(files: Map<string, Buffer>): Promise<string[]>;
