import { EMPTY_CODES } from '@klankbord/model'
import { isSelected, rowsWhere, type RowCondition } from '@klankbord/statistics'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datasetOf, OPTIONS, people, type Said } from './made-dataset.ts'

type Kind = keyof typeof EMPTY_CODES
const kinds = fc.subarray(Object.keys(EMPTY_CODES) as Kind[])
const end = fc.oneof(fc.constant(undefined), fc.integer({ min: -4, max: 13 }))
const variables = fc.constantFrom('area', 'year', 'help', 'helpers', 'hours', 'wait', 'story')
const leaf: fc.Arbitrary<RowCondition> = fc.oneof(
  fc
    .constantFrom('area' as const, 'year' as const, 'help' as const, 'helpers' as const)
    .chain((variable) => fc.record({ variable: fc.constant(variable), anyOf: fc.subarray([...OPTIONS[variable]]) })),
  fc.tuple(fc.constantFrom('area', 'hours', 'wait'), end, end).map(([variable, one, other]) => {
    const [from, to] = one !== undefined && other !== undefined && one > other ? [other, one] : [one, other]
    return { variable, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  }),
  fc.record({ variable: variables, empty: fc.oneof(fc.constant('any' as const), kinds) }),
)
const { condition } = fc.letrec<{ condition: RowCondition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ and: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))

/** The condition as one would put it to one person. */
function holdsOf(said: Said, asked: RowCondition): boolean {
  if ('and' in asked) return asked.and.every((part) => holdsOf(said, part))
  if ('or' in asked) return asked.or.some((part) => holdsOf(said, part))
  if ('not' in asked) return !holdsOf(said, asked.not)
  const answer = said[asked.variable as keyof Said]
  const noAnswer = typeof answer === 'number' && answer < 0
  if ('empty' in asked)
    return noAnswer && (asked.empty === 'any' || asked.empty.some((kind) => EMPTY_CODES[kind] === answer))
  if (noAnswer) return false
  if ('anyOf' in asked) return [answer].flat().some((code) => asked.anyOf.includes(code as number))
  const number = typeof answer === 'object' && 'number' in answer ? answer.number : (answer as number)
  const over = typeof answer !== 'object' || !('over' in answer) || answer.over
  const { from = -Infinity, to = Infinity } = asked
  return number >= from && number <= to && (over || asked.to === undefined)
}

describe('rows of which a condition holds', () => {
  it('are those of people of whom it holds, whatever is asked', () => {
    fc.assert(
      fc.property(people, condition, (rows, asked) => {
        const selection = rowsWhere(datasetOf(rows), asked)
        const wrong = rows.findIndex((said, row) => isSelected(selection, row) !== holdsOf(said, asked))
        expect(wrong).toBe(-1)
      }),
      { seed: 20261123, numRuns: 300 },
    )
  })
})

describe('a condition that a variable cannot be asked', () => {
  const dataset = datasetOf([])
  it.each<[RowCondition, string]>([
    [{ variable: 'area', anyOf: [1, 9] }, 'does not fit area, which is single (expected codes among 1, 2, 3)'],
    [{ variable: 'area', anyOf: [-3] }, 'codes among 1, 2, 3'],
    [{ variable: 'hours', anyOf: [1] }, 'a range or a kind of empty'],
    [{ variable: 'helpers', from: 2 }, 'codes or a kind of empty'],
    [{ variable: 'story', to: 2 }, 'codes or a kind of empty'],
    [{ variable: 'hours', from: 3, to: 2 }, 'an end that is not before its beginning'],
    [{ variable: 'hours', from: Number.NaN }, 'an end that is not before its beginning'],
    [{ not: { variable: 'age', from: 3 } }, 'unknown variable: age'],
  ])('%j is refused', (asked, sentence) => {
    expect(() => rowsWhere(dataset, asked)).toThrow(sentence)
  })
})
