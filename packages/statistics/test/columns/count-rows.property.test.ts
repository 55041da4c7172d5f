import { EMPTY_CODES, variableOf, type EmptyKind, type MultipleColumn, type SingleColumn } from '@klankbord/model'
import {
  crossTabulations,
  frequencies,
  selectionOf,
  type CountedVariable,
  type Frequencies,
} from '@klankbord/statistics'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codebook, datasetOf, OPTIONS, people, type Said } from './made-dataset.ts'

const NAMES = ['area', 'year', 'help', 'helpers'] as const
type Name = (typeof NAMES)[number]

interface Counted {
  readonly said: Said
  readonly weight: number
}

/** Counts person by person, as one would on paper. */
function onPaper(name: Name, group: readonly Counted[]): Omit<Frequencies, 'weighted'> {
  const sum = (some: readonly Counted[]): number => some.reduce((total, { weight }) => total + weight, 0)
  const having = (code: number): readonly Counted[] => group.filter(({ said }) => [said[name]].flat().includes(code))
  const kinds = (Object.keys(EMPTY_CODES) as EmptyKind[]).filter((kind) => having(EMPTY_CODES[kind]).length > 0)
  const empties: Partial<Record<EmptyKind, number>> = Object.fromEntries(
    kinds.map((kind) => [kind, sum(having(EMPTY_CODES[kind]))]),
  )
  const total = sum(group)
  const asked = total - (empties.notAsked ?? 0)
  const answered = asked - (empties.skipped ?? 0)
  const valid = total - Object.values(empties).reduce((all, count) => all + count, 0)
  return { counts: OPTIONS[name].map((code) => sum(having(code))), base: { total, asked, answered, valid, empties } }
}

function questionsOf(rows: readonly Said[]): readonly CountedVariable[] {
  const { columns } = datasetOf(rows)
  return NAMES.map((name) => ({
    column: columns[name] as SingleColumn | MultipleColumn,
    categories: variableOf(codebook, name).categories,
  }))
}

/** A choice and a weight that follow from a number of the row; whole weights, so that sums are exact. */
const lot = (row: number, salt: number): number => Math.imul(row + 1, salt | 1) >>> 8
const salts = fc.tuple(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }))

describe('counting in one pass', () => {
  it('gives what counting person by person gives: by group, of a selection, with weights, several questions at once', () => {
    fc.assert(
      fc.property(people, salts, fc.boolean(), fc.boolean(), fc.boolean(), (rows, [one, other], by, some, heavy) => {
        const takesPart = (row: number): boolean => !some || lot(row, one) % 3 !== 0
        const weights = Float64Array.from(rows, (_, row) => lot(row, other) % 7)
        const grouping = by ? { column: questionsOf(rows)[0]?.column as SingleColumn, codes: [3, 1] } : null
        const found = crossTabulations(questionsOf(rows), grouping, {
          ...(some && { selection: selectionOf(rows.length, takesPart) }),
          ...(heavy && { weights }),
        })
        const chosen = rows.map((said, row) => ({ said, row })).filter(({ row }) => takesPart(row))
        const groups = by ? [3, 1].map((code) => chosen.filter(({ said }) => said.area === code)) : [chosen]
        const onPaperWith = (weightOf: (row: number) => number): readonly (readonly object[])[] =>
          NAMES.map((name) =>
            groups.map((of) =>
              onPaper(
                name,
                of.map(({ said, row }) => ({ said, weight: weightOf(row) })),
              ),
            ),
          )
        const plain = found.map((of) => of.map(({ counts, base }) => ({ counts, base })))
        expect(plain).toEqual(onPaperWith(() => 1))
        const weighted = found.map((of) => of.flatMap((each) => each.weighted ?? []))
        expect(weighted).toEqual(heavy ? onPaperWith((row) => weights[row] ?? 0) : NAMES.map(() => []))
      }),
      { seed: 20261123, numRuns: 120 },
    )
  })
})

describe('what the codebook does not have', () => {
  const categories = OPTIONS.area.map((code) => ({ code, value: code, label: { nl: `${code}` } }))
  const many = (odd: number): SingleColumn => ({
    type: 'single',
    codes: new Int16Array(5000).fill(1).fill(odd, 4321, 4322),
  })
  const by = { column: many(2), codes: [1, 2] }

  it.each([[4], [0], [9], [-8], [32767], [-32768]])('is refused wherever it stands: %d', (code) => {
    const variable = { column: many(code), categories }
    expect(() => frequencies(many(code), categories)).toThrow('codebook has 1, 2, 3')
    expect(() => crossTabulations([variable], by)).toThrow('codebook has 1, 2, 3')
    expect(() => crossTabulations([variable], by, { weights: new Float64Array(5000) })).toThrow('codebook has 1, 2, 3')
  })
  it('is refused of codes that are far apart, too', () => {
    const years = OPTIONS.year.map((code) => ({ code, value: code, label: { nl: `${code}` } }))
    expect(frequencies({ type: 'single', codes: Int16Array.of(2025, -2) }, years).counts).toEqual([0, 1, 0])
    expect(() => frequencies(many(1), years)).toThrow('codebook has 2024, 2025, 2026')
  })
})
