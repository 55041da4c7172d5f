import {
  countSelected,
  isSelected,
  notSelected,
  selectedByAll,
  selectedByAny,
  selectionOf,
  type Selection,
} from '@klankbord/statistics'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const SEED = { seed: 20261123 }

const chosen = fc
  .integer({ min: 0, max: 200 })
  .chain((rows) => fc.tuple(...[0, 1, 2].map(() => fc.array(fc.boolean(), { minLength: rows, maxLength: rows }))))

const of = (rows: readonly boolean[]): Selection => selectionOf(rows.length, (row) => rows[row] ?? false)
const read = (selection: Selection): readonly boolean[] =>
  Array.from({ length: selection.rows }, (_, row) => isSelected(selection, row))

describe('a selection of rows', () => {
  it('holds the rows that were chosen, and says how many', () => {
    fc.assert(
      fc.property(chosen, ([rows = []]) => {
        expect(read(of(rows))).toEqual(rows)
        expect(countSelected(of(rows))).toBe(rows.filter(Boolean).length)
      }),
      SEED,
    )
  })
  it('is joined with others as logic has it', () => {
    fc.assert(
      fc.property(chosen, ([a = [], b = [], c = []]) => {
        expect(read(selectedByAll(of(a), of(b), of(c)))).toEqual(a.map((one, row) => one && b[row] && c[row]))
        expect(read(selectedByAny(of(a), of(b), of(c)))).toEqual(a.map((one, row) => one || b[row] || c[row]))
      }),
      SEED,
    )
  })
  it('and the others are together everybody', () => {
    fc.assert(
      fc.property(chosen, ([rows = []]) => {
        const selection = of(rows)
        expect(countSelected(selection) + countSelected(notSelected(selection))).toBe(rows.length)
        expect(notSelected(notSelected(selection))).toEqual(selection)
      }),
      SEED,
    )
  })
  it('has nobody beyond the last row', () => {
    expect(isSelected(notSelected(selectionOf(33, () => false)), 33)).toBe(false)
    expect(countSelected(selectionOf(0, () => true))).toBe(0)
  })
  it('is not joined with one of another dataset', () => {
    expect(() => selectedByAll(of([true]), of([true, false]))).toThrow('1 and 2 rows')
  })
})
