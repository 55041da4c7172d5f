import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computed, type NotComputed } from '@klankbord/model'
import {
  condensedDesign,
  designMean,
  designShare,
  domainMean,
  domainShare,
  selectedRows,
  selectionOf,
  surveyDesign,
  type DesignMean,
  type DesignShare,
  type DomainMean,
  type DomainShare,
} from '@klankbord/statistics'

const SEED = { seed: 20261123, numRuns: 300 }

interface Person {
  readonly weight: number
  readonly base: number
  readonly stratum: number
  readonly sex: number
  readonly age: number
  readonly value: number
  readonly within: boolean
}

const person = fc.record({
  weight: fc.constantFrom(0, 0.5, 1, 1.25, 3),
  base: fc.constantFrom(1, 2),
  stratum: fc.integer({ min: 0, max: 2 }),
  sex: fc.integer({ min: 0, max: 1 }),
  age: fc.integer({ min: 0, max: 3 }),
  value: fc.integer({ min: 0, max: 10 }),
  within: fc.boolean(),
})

const sample = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 40 }),
  margins: fc.integer({ min: 0, max: 2 }),
  stratified: fc.boolean(),
  ended: fc.boolean(),
  loneStratum: fc.constantFrom('refuse', 'aroundAll', 'leaveOut'),
})

type Sample = typeof sample extends fc.Arbitrary<infer Value> ? Value : never

function designOf({ people, margins, stratified, ended, loneStratum }: Sample): ReturnType<typeof surveyDesign> {
  const of = (pick: (one: Person) => number): readonly number[] => people.map(pick)
  const sizes = people.map(
    ({ stratum }) =>
      people.filter((one) => !stratified || one.stratum === stratum).length + stratum * Number(stratified),
  )
  return surveyDesign({
    rows: people.length,
    weights: of(({ weight }) => weight),
    loneStratum,
    ...(stratified && { strata: of(({ stratum }) => stratum) }),
    ...(ended && { populations: sizes }),
    ...(margins > 0 && {
      calibration: {
        margins: [of(({ sex }) => sex), of(({ age }) => age)].slice(0, margins),
        baseWeights: of(({ base }) => base),
      },
    }),
  })
}

/** The same reasons, and numbers that differ by rounding alone; a variance of 0 is one of rounding in either. */
function expectClose(told: unknown, expected: unknown): void {
  if (typeof expected === 'number') {
    expect(Math.abs(Number(told) - expected)).toBeLessThan(1e-7)
    return
  }
  if (typeof expected !== 'object' || expected === null || 'notComputed' in expected) {
    expect(told).toEqual(expected)
    return
  }
  expect(Object.keys(Object(told))).toEqual(Object.keys(expected))
  for (const [key, value] of Object.entries(expected)) expectClose(Reflect.get(Object(told), key), value)
}

const NAMES = ['n', 'sumOfWeights', 'estimate', 'standardError', 'interval', 'normalInterval'] as const

function expectMean(own: DomainMean | NotComputed, expected: DesignMean | NotComputed): void {
  if (!computed<DesignMean>(expected) || !computed<DomainMean>(own)) {
    expectClose(own, expected)
    return
  }
  const none = Number(expected.standardError) < 1e-9
  for (const name of none ? NAMES.slice(0, 4) : NAMES) expectClose(own[name], expected[name])
}

function expectShare(own: DomainShare | NotComputed, expected: DesignShare | NotComputed): void {
  expectMean(own, expected)
  if (!computed<DesignShare>(expected) || !computed<DomainShare>(own)) return
  if (!(Number(expected.standardError) < 1e-9)) expectClose(own.logitInterval, expected.logitInterval)
}

describe('a domain of a condensed design', () => {
  it('has the mean, the error and the intervals that it has person by person', () => {
    fc.assert(
      fc.property(sample, (drawn) => {
        const { people } = drawn
        const [design, everybody] = [designOf(drawn), selectionOf(people.length, () => true)]
        const domain = selectionOf(people.length, (row) => people[row]?.within ?? false)
        const values = Float64Array.from(people, ({ value }) => value)
        const rows = selectedRows(domain)
        const numbers = { rows, values: Float64Array.from(rows, (row) => values[row] ?? 0) }
        const expected = designMean(design, { values, known: everybody }, { domain })
        expectMean(domainMean(condensedDesign(design), numbers), expected)
      }),
      SEED,
    )
  })

  it('has the share and its interval on the scale of log odds that it has person by person', () => {
    fc.assert(
      fc.property(sample, (drawn) => {
        const { people } = drawn
        const [design, everybody] = [designOf(drawn), selectionOf(people.length, () => true)]
        const domain = selectionOf(people.length, (row) => people[row]?.within ?? false)
        const having = selectionOf(people.length, (row) => (people[row]?.value ?? 0) > 5)
        const rows = selectedRows(domain)
        const numbers = { rows, values: Float64Array.from(rows, (row) => ((people[row]?.value ?? 0) > 5 ? 1 : 0)) }
        const expected = designShare(design, { having, known: everybody }, { domain })
        expectShare(domainShare(condensedDesign(design), numbers), expected)
      }),
      SEED,
    )
  })
})
