import { notRunHere } from './machine.mjs'

/** The last lines of `npm test`: what could not be run on this machine, and one plain line of counts. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const skipped = results.numPendingTests + results.numTodoTests
    for (const what of notRunHere) process.stdout.write(`Not run here: ${what}\n`)
    process.stdout.write(`${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
  }
}
