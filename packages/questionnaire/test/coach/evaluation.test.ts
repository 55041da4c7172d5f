import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rulesOn } from '../../src/coach/coach.ts'
import switchedOff from '../../src/coach/switched-off.json' with { type: 'json' }
import { evaluationTable, LANGUAGES, scoresOf } from './evaluation-table.ts'

const LEAST_PRECISION = 0.8
const DOCUMENT = readFileSync(new URL('../../docs/coach.md', import.meta.url), 'utf8')

describe.each(LANGUAGES)('on items by somebody who had not seen the rules, in %s', (language) => {
  const scores = scoresOf(language, 'held-out')

  it('a rule that is on is right at least four times in five', () => {
    const wrong = scores.filter(
      ({ rule, precision }) => rulesOn(language).includes(rule) && (precision === null || precision < LEAST_PRECISION),
    )
    expect(wrong).toEqual([])
  })

  it('no rule is silent', () => {
    expect(scores.filter(({ recall }) => recall === 0)).toEqual([])
  })

  it('each rule is judged by at least 12 items on each side, and by 25 with the dev half', () => {
    const dev = scoresOf(language, 'dev')
    const few = scores.filter(
      ({ positives, nearMisses }, index) =>
        Math.min(positives, nearMisses) < 12 ||
        positives + (dev[index]?.positives ?? 0) < 25 ||
        nearMisses + (dev[index]?.nearMisses ?? 0) < 25,
    )
    expect(few).toEqual([])
  })
})

describe('the page about the coach', () => {
  it('has the table as it is printed', () => {
    expect(columnsOf(DOCUMENT)).toContain(columnsOf(evaluationTable()))
  })

  it('names every rule that is switched off', () => {
    for (const { language, rule } of switchedOff as readonly { language: string; rule: string }[])
      expect(DOCUMENT).toContain(`${rule} (${language})`)
  })
})

/** A formatter may widen the cells of a table. */
function columnsOf(text: string): string {
  return text.replaceAll(/ *\| */g, '|').replaceAll(/:?-{2,}:?/g, '-')
}
