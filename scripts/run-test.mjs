// Runs one test file as a command: what it prints is all that is shown, with the errors of what failed. Tests are TypeScript, which Node
// 20 cannot run by itself.

import { startVitest } from 'vitest/node';

const QUIET = {
  onTestCaseResult(test) {
    const { state, errors } = test.result();
    if (state === 'failed')
      console.log(`FAILED  ${test.name}\n${errors.map(({ message }) => `    ${message}`).join('\n')}`);
  },
  onTestModuleEnd(module) {
    for (const { message } of module.errors()) console.log(message);
  },
};

/** Sets the exit code to 1 when a test fails. */
export async function runTest(file) {
  const options = { watch: false, disableConsoleIntercept: true, reporters: [QUIET], testTimeout: 3_600_000 };
  const vitest = await startVitest('test', [file], options);
  await vitest.close();
}
