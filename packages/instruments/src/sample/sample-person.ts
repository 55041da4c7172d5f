import type { SeededRandom } from './seeded-random.ts'

/** Somebody who does not exist. Codes are the option values of the questionnaire. */
export interface SamplePerson {
  readonly district: number
  readonly ageGroup: number
  readonly support: number
  /** How content this person tends to be: mean 0, variance 1. */
  readonly content: number
}

/** Known sizes of the population, by option value. Both add up to 1,400. */
export const DISTRICT_SIZES: ReadonlyMap<number, number> = new Map([
  [1, 296],
  [2, 372],
  [3, 338],
  [4, 372],
  [5, 22],
])
export const AGE_SIZES: ReadonlyMap<number, number> = new Map([
  [1, 224],
  [2, 392],
  [3, 434],
  [4, 350],
])

/** How often each kind of support (1 to 6) occurs, by age group. */
const SUPPORT_BY_AGE: ReadonlyMap<number, readonly number[]> = new Map([
  [1, [6, 48, 12, 4, 26, 4]],
  [2, [26, 38, 10, 10, 11, 5]],
  [3, [56, 14, 7, 17, 2, 4]],
  [4, [62, 7, 10, 16, 1, 4]],
])

/** Young people, and people who live or sleep in a facility, answer less often. */
const ANSWERS_BY_AGE: ReadonlyMap<number, number> = new Map([
  [1, 0.5],
  [2, 0.95],
  [3, 1.3],
  [4, 1],
])
const FACILITY = 5
const FACILITY_ANSWERS = 0.55

/** Everybody who could be invited, with exactly the known sizes. */
export function samplePopulation(random: SeededRandom): readonly SamplePerson[] {
  const districts = repeated(DISTRICT_SIZES)
  const ages = random.draw(repeated(AGE_SIZES), districts.length)
  return districts.map((district, place) => personIn(random, district, ages[place] ?? 1))
}

/** How likely this person is to answer, beside others. */
export function readinessOf({ ageGroup, support }: SamplePerson): number {
  return (ANSWERS_BY_AGE.get(ageGroup) ?? 1) * (support === FACILITY ? FACILITY_ANSWERS : 1)
}

function personIn(random: SeededRandom, district: number, ageGroup: number): SamplePerson {
  const weights = SUPPORT_BY_AGE.get(ageGroup) ?? []
  const support = random.pick(
    weights.map((_, place) => place + 1),
    weights,
  )
  return { district, ageGroup, support, content: random.normal() }
}

function repeated(sizes: ReadonlyMap<number, number>): readonly number[] {
  return [...sizes].flatMap(([code, size]) => Array.from({ length: size }, () => code))
}
