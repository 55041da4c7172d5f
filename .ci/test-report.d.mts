export interface TestFailure {
  readonly file: string
  readonly test: string
  readonly reason: string
}
export interface TestResult {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly failures: readonly TestFailure[]
}
export function readReport(path: string, exitCode: number, root: string): TestResult
export function withSecondTry(
  first: TestResult,
  second: TestResult,
): TestResult & { readonly unsteady: readonly TestFailure[] }
