// Runs one test file as a command: what it prints is all that is shown, with the errors of what failed. Tests are TypeScript, which Node
// 20 cannot run by itself.

import { startVitest } from 'vitest/node';

/** A property that fails says how it can be seen again, and behind that why. */
const textOf = ({ message, cause }) => `    ${message}\n    ${cause?.message ?? ''}`;

const QUIET = {
  onTestCaseResult(test) {
    const { state, errors } = test.result();
    if (state === 'failed') console.log(`FAILED  ${test.name}\n${errors.map(textOf).join('\n')}`);
  },
  onTestModuleEnd(module) {
    for (const { message } of module.errors()) console.log(message);
  },
};

/** Sets the exit code to 1 when a test fails; `name` is a word in the names of the tests that are wanted, all of them without it. */
export async function runTest(file, name) {
  const only = name === undefined ? {} : { testNamePattern: name };
  const options = { ...only, watch: false, disableConsoleIntercept: true, reporters: [QUIET], testTimeout: 3_600_000 };
  const vitest = await startVitest('test', [file], options);
  await vitest.close();
}
