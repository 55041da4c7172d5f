import { EMPTY_CODES, type Answers, type AnswerValue } from '@klankbord/model'
import OPEN_ANSWERS from './open-answers.json' with { type: 'json' }
import type { SamplePerson } from './sample-person.ts'
import type { SeededRandom } from './seeded-random.ts'

/** How a statement tends to be answered. */
interface Statement {
  readonly name: string
  /** Share of the population at or above each of the first four steps of agreement. */
  readonly shares: readonly [number, number, number, number]
  readonly noOpinion: number
  /** Shift on the logit scale for somebody; 0 for most. */
  readonly shift?: (person: SamplePerson) => number
}

const SOUTH_EAST = 4
const YOUNGEST = 1
const OLDEST = 4

const STATEMENTS: readonly Statement[] = [
  { name: 't1', shares: [0.24, 0.66, 0.76, 0.91], noOpinion: 0.03, shift: (p) => (p.ageGroup === YOUNGEST ? -0.6 : 0) },
  {
    name: 't2',
    shares: [0.24, 0.65, 0.76, 0.88],
    noOpinion: 0.03,
    shift: (p) => (p.district === SOUTH_EAST ? -1.4 : 0),
  },
  { name: 't3', shares: [0.38, 0.81, 0.9, 0.96], noOpinion: 0.02 },
  { name: 't4', shares: [0.32, 0.76, 0.88, 0.95], noOpinion: 0.03 },
  { name: 't6', shares: [0.33, 0.78, 0.89, 0.96], noOpinion: 0.01, shift: (p) => (p.ageGroup === OLDEST ? 0.3 : 0) },
  { name: 't7', shares: [0.34, 0.78, 0.89, 0.96], noOpinion: 0.02 },
  { name: 't8', shares: [0.29, 0.65, 0.83, 0.95], noOpinion: 0.06, shift: (p) => (p.ageGroup === OLDEST ? -0.4 : 0) },
  { name: 't9', shares: [0.34, 0.77, 0.86, 0.95], noOpinion: 0.04 },
  {
    name: 't10',
    shares: [0.29, 0.67, 0.79, 0.93],
    noOpinion: 0.07,
    shift: (p) => (p.ageGroup === YOUNGEST ? -0.4 : 0),
  },
]

/** How much of an answer is the person and how much is the moment; together variance 1. */
const PERSON = 0.75
const MOMENT = Math.sqrt(1 - PERSON ** 2)
/** A normal times this is about logistic. */
const LOGISTIC = 1.7

/** The answers of one person, with the gaps that people leave. Routing is respected. */
export function sampleAnswers(random: SeededRandom, person: SamplePerson, writesDutch: boolean): Answers {
  const given = (value: number): number | undefined => withGaps(random, person, value)
  const statements = STATEMENTS.map((statement): [string, number | undefined] => [
    statement.name,
    statementAnswer(random, person, statement),
  ])
  const helped = given(random.chance(HELPED_BY_AGE.get(person.ageGroup) ?? 0) ? 1 : 2)
  const answers: Readonly<Record<string, AnswerValue | undefined>> = {
    ...Object.fromEntries(statements),
    t5: random.chance(0.05) ? EMPTY_CODES.dontKnow : given(random.chance(0.39) ? 1 : 2),
    story: writesDutch && random.chance(0.165) ? story(random, person) : undefined,
    district: given(person.district),
    support: given(person.support),
    age_group: given(person.ageGroup),
    helped,
    helper: helped === 1 ? helpers(random) : undefined,
  }
  return Object.fromEntries(Object.entries(answers).filter(isGiven))
}

const HELPED_BY_AGE: ReadonlyMap<number, number> = new Map([
  [1, 0.08],
  [2, 0.12],
  [3, 0.2],
  [4, 0.42],
])

function statementAnswer(
  random: SeededRandom,
  person: SamplePerson,
  { shares, noOpinion, shift }: Statement,
): number | undefined {
  const leaning = LOGISTIC * (PERSON * person.content + MOMENT * random.normal()) + (shift?.(person) ?? 0)
  const step = 1 + shares.filter((share) => leaning < -Math.log(share / (1 - share))).length
  return random.chance(noOpinion) ? EMPTY_CODES.dontKnow : withGaps(random, person, step)
}

/** The oldest skip more; a few would rather not say. */
function withGaps(random: SeededRandom, person: SamplePerson, value: number): number | undefined {
  if (random.chance(person.ageGroup === OLDEST ? 0.03 : 0.015)) return undefined
  return random.chance(0.006) ? EMPTY_CODES.refused : value
}

/** What people write follows how they fared. */
function story(random: SeededRandom, { content, district }: SamplePerson): string {
  if (random.chance(0.08)) return random.pick(OPEN_ANSWERS.plain)
  if (district === SOUTH_EAST && random.chance(0.6)) return random.pick(OPEN_ANSWERS.slow)
  if (content > -0.2) return random.pick(OPEN_ANSWERS.good)
  return random.pick(random.chance(0.45) ? OPEN_ANSWERS.slow : OPEN_ANSWERS.poor)
}

function helpers(random: SeededRandom): readonly number[] | undefined {
  if (random.chance(0.04)) return undefined
  if (random.chance(0.02)) return [EMPTY_CODES.refused]
  const one = random.pick([1, 2, 3, 4, 5], [55, 12, 18, 12, 3])
  const two = random.chance(0.1) ? random.pick([1, 2, 3, 4]) : one
  return [...new Set([one, two])].toSorted((a, b) => a - b)
}

function isGiven(entry: [string, AnswerValue | undefined]): entry is [string, AnswerValue] {
  return entry[1] !== undefined
}
