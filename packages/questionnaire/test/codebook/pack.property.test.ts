import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import type { CheckedAnswers } from '@klankbord/model'
import { codebook } from '../../src/codebook/codebook.ts'
import { pack } from '../../src/codebook/pack.ts'
import { toDataset } from '../../src/codebook/to-dataset.ts'
import { unpack } from '../../src/codebook/unpack.ts'
import { acceptedAnswers } from './accepted-answers.ts'
import { everyElement } from './every-element.ts'

const book = codebook(everyElement)
const runs = { seed: 3, numRuns: 400 * inject('sampleFactor') }
const wordsOf = ({ answers, derived }: CheckedAnswers): CheckedAnswers['answers'] => ({ ...answers, ...derived })

describe('answers to a questionnaire with every element', () => {
  it('come back from packing as they were', () => {
    fc.assert(
      fc.property(acceptedAnswers(everyElement), (checked) => {
        expect(unpack(book, pack(book, checked), wordsOf(checked))).toEqual(checked)
      }),
      runs,
    )
  })

  it('fit int16 and float64, in the places that the codebook gives', () => {
    fc.assert(
      fc.property(acceptedAnswers(everyElement), (checked) => {
        const { codes, numbers } = pack(book, checked)
        expect([codes.length, numbers.length]).toEqual([book.slots, book.numbers])
        expect(Array.from(Int16Array.from(codes))).toEqual(codes)
        expect(numbers.every(Number.isFinite)).toBe(true)
      }),
      runs,
    )
  })

  it('stand in the columns of a dataset as they were packed', () => {
    fc.assert(
      fc.property(fc.array(acceptedAnswers(everyElement), { maxLength: 5 }), (responses) => {
        const packed = responses.map((checked) => pack(book, checked))
        const dataset = toDataset(book, packed)
        const rows = responses.map((_, row) => ({
          codes: book.variables.flatMap(({ name, slots }) => {
            const column = dataset.columns[name]
            if (!column) throw new Error(`no column ${name}`)
            const codes =
              column.type === 'single' ? column.codes : column.type === 'multiple' ? column.bits : column.states
            return Array.from(codes.subarray(row * slots, (row + 1) * slots))
          }),
          numbers: book.variables.flatMap(({ name }) => {
            const column = dataset.columns[name]
            return column && 'values' in column ? [column.values[row] ?? Number.NaN] : []
          }),
        }))
        expect(rows).toEqual(packed)
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 8) },
    )
  })
})
