import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readReport, withSecondTry } from '../test-report.mjs'

const folder = mkdtempSync(join(tmpdir(), 'report-'))

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const late = { file: 'apps/server/test/late.test.ts', test: 'comes in time', reason: 'Error: 31 s' }
const wrong = { file: 'apps/server/test/sum.test.ts', test: 'adds up', reason: 'Error: 5' }

describe('what a run of the tests came to', () => {
  it('names each failure with its file and the first line of its reason', () => {
    const path = join(folder, 'test.json')
    const file = {
      name: '/work/apps/server/test/sum.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'counts', failureMessages: [] },
        { status: 'failed', fullName: 'adds up', failureMessages: ['Error: 5\n    at sum.ts:3'] },
      ],
    }
    const broken = {
      name: '/work/broken.test.ts',
      status: 'failed',
      message: 'SyntaxError: x\n  at 1',
      assertionResults: [],
    }
    writeFileSync(
      path,
      JSON.stringify({
        numPassedTests: 1,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 0,
        testResults: [file, broken],
      }),
    )
    expect(readReport(path, 1, '/work')).toEqual({
      passed: 1,
      failed: 1,
      skipped: 2,
      failures: [wrong, { file: 'broken.test.ts', test: 'the file itself', reason: 'SyntaxError: x' }],
    })
  })

  it('takes a run that wrote no report for failed, and an error outside of every test', () => {
    expect(readReport(join(folder, 'none.json'), 1, '/work').failed).toBe(1)
  })

  it('counts what passes alone as passed and names it, and what fails twice as failed', () => {
    const first = { passed: 10, failed: 2, skipped: 0, failures: [late, wrong] }
    const second = { passed: 5, failed: 1, skipped: 0, failures: [wrong] }
    expect(withSecondTry(first, second)).toEqual({
      passed: 11,
      failed: 1,
      skipped: 0,
      failures: [wrong],
      unsteady: [late],
    })
  })

  it('does not let a second run that broke off make anything pass', () => {
    const first = { passed: 10, failed: 2, skipped: 0, failures: [late, wrong] }
    const brokenOff = { passed: 0, failed: 1, skipped: 0, failures: [] }
    expect(withSecondTry(first, brokenOff)).toMatchObject({
      passed: 10,
      failed: 2,
      failures: [late, wrong],
      unsteady: [],
    })
  })
})
