import {
  EMPTY_CODES,
  type Codebook,
  type Column,
  type Dataset,
  type Variable,
  type VariableType,
} from '@klankbord/model'
import fc from 'fast-check'

/** Options of the questions below: few for one answer, more than a word holds for several. */
export const OPTIONS = {
  area: [1, 2, 3],
  year: [2024, 2025, 2026],
  help: [1, 2],
  helpers: [...Array(18).keys()].map((k) => k + 1),
}

export const codebook: Codebook = {
  questionnaire: 'made',
  language: 'nl',
  variables: [
    variable('area', 'single', OPTIONS.area),
    variable('year', 'single', OPTIONS.year),
    variable('help', 'multiple', OPTIONS.help),
    variable('helpers', 'multiple', OPTIONS.helpers),
    variable('hours', 'numeric'),
    variable('wait', 'duration'),
    variable('story', 'text'),
  ],
  slots: 0,
  numbers: 0,
}

function variable(name: string, type: VariableType, codes: readonly number[] = []): Variable {
  const categories = codes.map((code) => ({ code, value: code, label: { nl: `${code}` } }))
  const source = { name, kind: 'question' } as const
  return {
    name,
    type,
    label: { nl: name },
    categories,
    measurement: 'nominal',
    source,
    sensitive: false,
    slot: 0,
    slots: 1,
  }
}

/** What one person said: a code, options, or a number; a negative number is a kind of empty. */
export interface Said {
  readonly area: number
  readonly year: number
  readonly help: number | readonly number[]
  readonly helpers: number | readonly number[]
  readonly hours: number | { readonly number: number }
  readonly wait: number | { readonly number: number; readonly over: boolean }
  readonly story: number
}

const empty = fc.constantFrom(...Object.values(EMPTY_CODES))
const one = (codes: readonly number[]): fc.Arbitrary<number> =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...codes) }, { weight: 1, arbitrary: empty })
const some = (codes: readonly number[]): fc.Arbitrary<number | readonly number[]> =>
  fc.oneof({ weight: 4, arbitrary: fc.subarray([...codes], { minLength: 1 }) }, { weight: 1, arbitrary: empty })
const number = fc.integer({ min: -3, max: 12 })

const person: fc.Arbitrary<Said> = fc.record({
  area: one(OPTIONS.area),
  year: one(OPTIONS.year),
  help: some(OPTIONS.help),
  helpers: some(OPTIONS.helpers),
  hours: fc.oneof(fc.record({ number }), empty),
  wait: fc.oneof(fc.record({ number, over: fc.boolean() }), empty),
  story: fc.oneof(fc.constant(1), empty),
})

/** More people than a block of rows holds, now and then. */
export const people: fc.Arbitrary<readonly Said[]> = fc.oneof(
  { weight: 9, arbitrary: fc.array(person, { maxLength: 80 }) },
  { weight: 1, arbitrary: manyPeople() },
)

function manyPeople(): fc.Arbitrary<readonly Said[]> {
  return fc
    .tuple(fc.array(person, { minLength: 1, maxLength: 20 }), fc.integer({ min: 2040, max: 4200 }))
    .map(([few, length]) => Array.from({ length }, (_, row) => few[(row * row) % few.length] as Said))
}

export function datasetOf(rows: readonly Said[]): Dataset {
  const single = (name: 'area' | 'year'): Column => ({
    type: 'single',
    codes: Int16Array.from(rows, (row) => row[name]),
  })
  const numbers = (
    name: 'hours' | 'wait',
  ): Pick<Dataset['columns'][string] & { type: 'numeric' }, 'states' | 'values'> => ({
    states: Int16Array.from(rows, ({ [name]: said }) =>
      typeof said === 'number' ? said : 'over' in said && !said.over ? 2 : 1,
    ),
    values: Float64Array.from(rows, ({ [name]: said }) => (typeof said === 'number' ? 0 : said.number)),
  })
  return {
    codebook,
    rows: rows.length,
    columns: {
      area: single('area'),
      year: single('year'),
      help: { type: 'multiple', words: 1, bits: Int16Array.from(rows.flatMap(({ help }) => wordsOf(help, 1))) },
      helpers: {
        type: 'multiple',
        words: 2,
        bits: Int16Array.from(rows.flatMap(({ helpers }) => wordsOf(helpers, 2))),
      },
      hours: { type: 'numeric', ...numbers('hours') },
      wait: { type: 'duration', ...numbers('wait') },
      story: { type: 'text', states: Int16Array.from(rows, ({ story }) => story) },
    },
  }
}

function wordsOf(said: number | readonly number[], words: number): readonly number[] {
  if (typeof said === 'number') return [said, ...Array<number>(words - 1).fill(0)]
  return Array.from({ length: words }, (_, word) =>
    said.reduce(
      (bits, option) => (Math.floor((option - 1) / 15) === word ? bits | (1 << ((option - 1) % 15)) : bits),
      0,
    ),
  )
}
