import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { check } from '../../src/answers/check.ts'
import { codebook } from '../../src/codebook/codebook.ts'
import { pack } from '../../src/codebook/pack.ts'
import { unpack } from '../../src/codebook/unpack.ts'
import { allVariables } from '../../src/codebook/variables-of.ts'
import { valueAt } from '../../src/codebook/value-at.ts'
import { acceptedAnswers } from './accepted-answers.ts'
import { everyElement } from './every-element.ts'

const book = codebook(everyElement)

describe('answers that passed the check', () => {
  it('account for every variable, and come back from packing as they were', () => {
    fc.assert(
      fc.property(acceptedAnswers(everyElement), ({ answers }) => {
        const result = check(everyElement, answers)
        if (!result.ok) throw new Error(JSON.stringify(result.findings))
        const { checked } = result
        const empty = allVariables(everyElement).filter(
          ({ type, source }) => type !== 'duration' && valueAt(source, checked) === undefined,
        )
        expect(Object.keys(checked.empties).toSorted()).toEqual(empty.map(({ name }) => name).toSorted())
        expect(unpack(book, pack(book, checked), { ...checked.answers, ...checked.derived })).toEqual(checked)
      }),
      { seed: 3, numRuns: 300 * inject('sampleFactor') },
    )
  })
})
