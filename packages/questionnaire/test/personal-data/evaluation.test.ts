import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { personalDataTable, scoresOf } from './personal-data-table.ts'

const LEAST_PRECISION = 0.8
const DOCUMENT = readFileSync(new URL('../../docs/personal-data.md', import.meta.url), 'utf8')

describe('on items that no rule was mended with', () => {
  const held = scoresOf('held-out')

  it('each kind is right at least four times in five, and finds as many of what there is', () => {
    expect(held.filter(({ precision, recall }) => Math.min(precision, recall) < LEAST_PRECISION)).toEqual([])
  })

  it('there are with the other half at least 30 of each kind, and 30 near misses', () => {
    const dev = scoresOf('dev')
    const few = held.filter(
      ({ positives, nearMisses }, index) =>
        positives + (dev[index]?.positives ?? 0) < 30 || nearMisses + (dev[index]?.nearMisses ?? 0) < 30,
    )
    expect(few).toEqual([])
    expect(new Set(held.map(({ kind }) => kind)).size).toBe(5)
  })
})

describe('the page about personal data', () => {
  it('has the table as it is printed', () => {
    expect(columnsOf(DOCUMENT)).toContain(columnsOf(personalDataTable()))
  })
})

/** A formatter may widen the cells of a table. */
function columnsOf(text: string): string {
  return text.replaceAll(/ *\| */g, '|').replaceAll(/:?-{2,}:?/g, '-')
}
