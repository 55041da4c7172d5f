import type { PackedAnswers, PackedRows, Questionnaire } from '@klankbord/model'
import { codebook, compile, datasetBuilder, toDataset } from '@klankbord/questionnaire'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { manyOptions } from '../definitions/many-options.ts'
import { wmo } from '../definitions/wmo.ts'

const book = codebook(compile(manyOptions).questionnaire as Questionnaire)
const row: fc.Arbitrary<PackedAnswers> = fc.record({
  codes: fc.array(fc.integer({ min: -7, max: 32767 }), { minLength: book.slots, maxLength: book.slots }),
  numbers: fc.array(fc.double({ noNaN: true }), { minLength: book.numbers, maxLength: book.numbers }),
})
const few = fc.array(row, { maxLength: 8 })
/** Now and then more than wait to be spread over the columns. */
const portion = fc.oneof(
  { weight: 5, arbitrary: few },
  {
    weight: 1,
    arbitrary: fc
      .tuple(row, fc.integer({ min: 250, max: 600 }))
      .map(([one, n]) => Array.from({ length: n }, () => one)),
  },
)

const together = (rows: readonly PackedAnswers[]): PackedRows => ({
  rows: rows.length,
  codes: Int16Array.from(rows.flatMap(({ codes }) => codes)),
  numbers: Float64Array.from(rows.flatMap(({ numbers }) => numbers)),
})

describe('a dataset that grows', () => {
  it('is the same however rows come: one by one, together, and after a dataset that stays as it was', () => {
    const portions = fc.array(fc.record({ rows: portion, atOnce: fc.boolean(), anew: fc.boolean() }), { maxLength: 6 })
    fc.assert(
      fc.property(portions, fc.integer({ min: 0, max: 700 }), (given, expected) => {
        let builder = datasetBuilder(book, { rows: expected })
        const all: PackedAnswers[] = []
        const made = given.map(({ rows, atOnce, anew }) => {
          if (atOnce) builder.addRows(together(rows))
          else for (const one of rows) builder.add(one)
          all.push(...rows)
          const dataset = builder.dataset()
          if (anew) builder = datasetBuilder(book, { from: dataset })
          return { dataset, rows: [...all] }
        })
        for (const { dataset, rows } of made) expect(dataset).toEqual(toDataset(book, rows))
        for (const { dataset, rows } of made) {
          expect(dataset.rows).toBe(rows.length)
          for (const { name, slot, slots } of book.variables) {
            const column = dataset.columns[name]
            const codes =
              column?.type === 'single' ? column.codes : column?.type === 'multiple' ? column.bits : column?.states
            expect([...(codes ?? [])]).toEqual(rows.flatMap(({ codes: packed }) => packed.slice(slot, slot + slots)))
          }
        }
      }),
      { seed: 20261123, numRuns: 40 },
    )
  })

  it('keeps each answer with a code in two bytes, and takes no more room than an eighth', () => {
    const rows = together(
      Array.from({ length: 1000 }, () => ({
        codes: Array<number>(book.slots).fill(1),
        numbers: Array<number>(book.numbers).fill(0),
      })),
    )
    const room = (columns: ReturnType<typeof toDataset>['columns']): number =>
      Object.values(columns).reduce(
        (sum, column) => sum + (column.type === 'single' ? column.codes.buffer.byteLength : 0),
        0,
      )
    const exact = datasetBuilder(book, { rows: 1000 })
    exact.addRows(rows)
    const singles = book.variables.filter(({ type }) => type === 'single').length
    expect(singles).toBeGreaterThan(0)
    expect(room(exact.dataset().columns)).toBe(2 * 1000 * singles)
    exact.addRows({ rows: 1, codes: rows.codes.slice(0, book.slots), numbers: rows.numbers.slice(0, book.numbers) })
    expect(room(exact.dataset().columns)).toBeLessThanOrEqual(2 * 1125 * singles)
  })

  it('takes no rows and no dataset of another questionnaire', () => {
    const other = codebook(compile(wmo).questionnaire as Questionnaire)
    const refused = expect.objectContaining({ code: 'packedAnswersMismatch' })
    const wrong = { rows: 2, codes: new Int16Array(3), numbers: new Float64Array() }
    expect(() => datasetBuilder(book).addRows(wrong)).toThrow(refused)
    expect(() => datasetBuilder(book, { from: toDataset(other, []) })).toThrow(refused)
  })
})
