import type { Measured } from './measure-page.ts'

/** What was measured of one screen: in which state, language and look. */
export interface MeasuredScreen extends Measured {
  readonly screen: string
  readonly state: string
  readonly language: string
}

/** A table for people: a line for each screen and state, with how often it was measured and what was found. */
export function accessibilityTable(measured: readonly MeasuredScreen[]): string {
  const keys = [...new Set(measured.map(({ screen, state }) => `${screen}, ${state}`))]
  const lines = keys.map((key) =>
    lineOf(
      key,
      measured.filter(({ screen, state }) => `${screen}, ${state}` === key),
    ),
  )
  const head = [
    '| screen, state | languages | looks | widths | measured | violations | undecided | computed contrasts | sideways | below 48 px |',
    '| --- | --- | --- | --- | --: | --: | --: | --: | --: | --: |',
  ]
  return [...head, ...lines, lineOf('**all**', measured), ''].join('\n')
}

function lineOf(key: string, measured: readonly MeasuredScreen[]): string {
  const listed = (of: (one: MeasuredScreen) => string): string => [...new Set(measured.map(of))].join(', ')
  const sum = (of: (one: MeasuredScreen) => number): number => measured.reduce((total, one) => total + of(one), 0)
  const cells = [
    key,
    listed(({ language }) => language),
    listed(({ look }) => look),
    listed(({ size }) => size),
    measured.length,
    sum(({ violations }) => violations.length),
    sum(({ undecided }) => undecided.length),
    sum(({ computed }) => computed),
    sum(({ sideways }) => (sideways > 0 ? 1 : 0)),
    sum(({ small }) => small.length),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Whether anything is wrong with a screen. */
export function isFaulty({ violations, undecided, sideways, small }: Measured): boolean {
  return violations.length + undecided.length + small.length > 0 || sideways > 0
}
