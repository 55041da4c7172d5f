import { DEFAULT_POLICY, hasOptions, type Question, type Questionnaire } from '@klankbord/model'

/** The themes under which a questionnaire asks about the person and not about the help. */
const BACKGROUND: ReadonlySet<string> = new Set(['background', 'about_you'])
/** The more cells, the fewer people in each; beyond this the sum tells nothing new. */
const MOST_CELLS = 10_000_000
/** How many questions are named as those that single out most. */
const MOST_NAMED = 3

/** A background question that could have fewer answers. */
export interface Coarsening {
  /** Name of the question. */
  readonly question: string
  /** The answers that it offers now, and when each two next to each other are one. */
  readonly from: number
  readonly to: number
  /** People who are still unique then, as `unique`. */
  readonly unique: number
}

/** How many people a set of background questions could single out. */
export interface SingledOut {
  /** Names of the background questions, in the order of the questionnaire. */
  readonly questions: readonly string[]
  /** Names of background questions whose answers cannot be counted, such as a year of birth without limits. */
  readonly leftOut: readonly string[]
  /** Combinations of their answers; those beyond ten million are not counted. */
  readonly cells: number
  /** People that would be the only one with their combination, to be expected; not a whole number. */
  readonly unique: number
  /** Names of the questions that divide people over most answers, at most three, the most first. */
  readonly most: readonly string[]
  /** What helps most; null when nobody is unique or nothing can be merged. */
  readonly coarsen: Coarsening | null
  /** Whether a group of this size can be broken down at all, or its total is all that can be shown. */
  readonly report: 'nothing' | 'totalOnly' | 'breakdowns'
  readonly leastGroup: number
}

/**
 * How many people of a population the background questions could single out, before anybody has answered. It is the
 * number of people to be expected alone in their cell: N × (1 − 1/K)^(N − 1) for N people spread evenly and
 * independently over K cells (occupancy of cells: W. Feller, *An Introduction to Probability Theory*,
 * vol. 1, ch. II.5; uniqueness as a measure of risk: C. Skinner and D. Holmes, *J. Official Statistics* 14, 1998).
 *
 * People are not spread evenly, and traits go together. A rare answer then makes more people unique than this says, a
 * common one fewer; it is an order of size for a choice, and no promise. Ways out are not counted as answers. A checkbox
 * is every set of its answers, a number one cell per value where both limits are known. What else is open is left out.
 *
 * @param population how many people could answer; a whole number from 0
 * @param names of the background questions; those of the theme `background` or `about_you` when left
 * out. A question whose answer is not stored singles nobody out
 * @param leastGroup least number of people in a group that may be shown
 * @example singledOut(questionnaire, 40) // { cells: 40, unique: 14.9, coarsen: { question: 'age_group', … }, … }
 */
export function singledOut(
  questionnaire: Questionnaire,
  population: number,
  names?: readonly string[],
  leastGroup: number = DEFAULT_POLICY.leastGroup,
): SingledOut {
  const given = names === undefined ? null : new Set(names)
  const background = questionnaire.questions
    .filter(({ outcomeOnly }) => outcomeOnly !== true)
    .filter(({ name, theme = '' }) => (given === null ? BACKGROUND.has(theme) : given.has(name)))
    .map((question) => ({ question, answers: answersOf(question) }))
  const asked = background.flatMap(({ question, answers }) => (answers === null ? [] : [{ question, answers }]))
  const cells = cellsOf(asked)
  const unique = uniqueOf(population, cells)
  return {
    questions: asked.map(({ question: { name } }) => name),
    leftOut: background.filter(({ answers }) => answers === null).map(({ question: { name } }) => name),
    cells,
    unique,
    most: asked
      .toSorted((a, b) => cellsOf([b]) - cellsOf([a]))
      .slice(0, MOST_NAMED)
      .map(({ question: { name } }) => name),
    coarsen: unique > 0 ? bestCoarsening(asked, population) : null,
    report: population < leastGroup ? 'nothing' : population < 2 * leastGroup ? 'totalOnly' : 'breakdowns',
    leastGroup,
  }
}

/** The people alone in their cell, to be expected. One person is unique however few the cells. */
function uniqueOf(population: number, cells: number): number {
  return population === 0 ? 0 : population * (1 - 1 / cells) ** (population - 1)
}

interface Asked {
  readonly question: Question
  /** How many answers there are to give, or to tick. */
  readonly answers: number
}

function bestCoarsening(asked: readonly Asked[], population: number): Coarsening | null {
  const coarser = asked
    .filter(({ answers }) => answers > 1)
    .map(({ question, answers }): Coarsening => {
      const to = Math.ceil(answers / 2)
      const cells = cellsOf(asked.map((one) => (one.question === question ? { question, answers: to } : one)))
      return { question: question.name, from: answers, to, unique: uniqueOf(population, cells) }
    })
  return coarser.toSorted((a, b) => a.unique - b.unique || b.from - a.from)[0] ?? null
}

function cellsOf(asked: readonly Asked[]): number {
  return asked.reduce((product, { question, answers }) => {
    const own = question.type === 'checkbox' ? 2 ** answers : answers
    return Math.min(product * own, MOST_CELLS)
  }, 1)
}

function answersOf(question: Question): number | null {
  if (hasOptions(question)) return question.options.filter(({ empty }) => empty === undefined).length
  if (question.type === 'number' && question.min !== undefined && question.max !== undefined)
    return Math.floor((question.max - question.min) / (question.step ?? 1)) + 1
  return null
}
