import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** A file without a test that failed could not be loaded, or failed around its tests. */
const AROUND = 'the file itself'
const LONGEST_REASON = 300

/**
 * What a run of the tests came to, from the report that it wrote: how many, and each failure with its place and the first
 * line of its reason. Without a report everything failed. An error outside of every test counts as one failure.
 *
 * @param root the folder that places are named from
 */
export function readReport(path, exitCode, root) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0, failures: [] }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, exitCode === 0 ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap((file) => failuresOf(file, root)),
  }
}

function failuresOf({ name, status, message, assertionResults }, root) {
  const file = relative(root, name)
  const failed = assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => ({ file, test: test.fullName, reason: firstLine(test.failureMessages?.[0]) }))
  return failed.length === 0 && status === 'failed' ? [{ file, test: AROUND, reason: firstLine(message) }] : failed
}

function firstLine(text = '') {
  return (text.trim().split('\n')[0] ?? '').slice(0, LONGEST_REASON)
}

/**
 * Both together where files of a first run with failures were run once more alone: a test that passes then is unsteady. It
 * counts as passed, and is named, so that somebody mends it; what fails twice has failed.
 */
export function withSecondTry(first, second) {
  // It broke off, so it says nothing about the tests that it did not come to.
  if (second.failed > 0 && second.failures.length === 0) return { ...first, unsteady: [] }
  const fails = (test) => second.failures.some(({ file, test: name }) => file === test.file && name === test.test)
  return {
    ...first,
    passed: first.passed + first.failed - second.failed,
    failed: second.failed,
    failures: second.failures,
    unsteady: first.failures.filter((test) => !fails(test)),
  }
}
