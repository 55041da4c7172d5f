import type { Category, Dataset, SingleColumn, Variable } from '@klankbord/model'

export const QUESTIONS = 30
export const NEIGHBOURHOODS = 100
export const YEARS: readonly number[] = [2022, 2023, 2024, 2025, 2026]

/** Responses, and a weight for each. */
export interface MadeResponses {
  readonly dataset: Dataset
  readonly weights: Float64Array
}

/**
 * Responses to thirty questions with one answer of 3 to 11 options, most of them among the first, a neighbourhood and a
 * year. One in nine answers is a kind of empty. The same numbers give the same responses.
 */
export function makeResponses(rows: number, seed: number): MadeResponses {
  const below = chance(seed)
  const questions = Array.from({ length: QUESTIONS }, (_, at) => variable(`q${at + 1}`, range(1, 3 + (at % 9))))
  const area = variable('area', range(1, NEIGHBOURHOODS))
  const year = variable('year', YEARS)
  const answer = (options: number): number => {
    const luck = below(100)
    return luck < 5 ? -2 : luck < 8 ? -3 : luck < 11 ? -1 : 1 + Math.min(below(options), below(options))
  }
  const columns = Object.fromEntries([
    ...questions.map(({ name, categories }) => [name, filled(rows, () => answer(categories.length))] as const),
    [area.name, filled(rows, () => 1 + below(NEIGHBOURHOODS))],
    [year.name, filled(rows, () => (YEARS[0] ?? 0) + below(YEARS.length))],
  ])
  // Quarters add up without rounding in any order, so that sums can be compared to the last bit.
  const weights = Float64Array.from({ length: rows }, () => (1 + below(12)) / 4)
  const codebook = {
    questionnaire: 'made',
    language: 'nl',
    variables: [...questions, area, year],
    slots: 0,
    numbers: 0,
  } as const
  return { dataset: { codebook, rows, columns }, weights }
}

/** Marsaglia's xorshift (2003) of 32 bits: whole numbers below a limit. */
function chance(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * limit)
  }
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

function filled(rows: number, code: () => number): SingleColumn {
  const codes = new Int16Array(rows)
  for (let row = 0; row < rows; row += 1) codes[row] = code()
  return { type: 'single', codes }
}

function variable(name: string, codes: readonly number[]): Variable {
  const categories = codes.map((code): Category => ({ code, value: code, label: { nl: `${code}` } }))
  const source = { name, kind: 'question' } as const
  return {
    name,
    type: 'single',
    label: { nl: name },
    categories,
    measurement: 'nominal',
    source,
    sensitive: false,
    slot: 0,
    slots: 1,
  }
}
