import type { Base, Category, CountTable, TableSubject } from '@klankbord/model'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'

/** A whole number from 0 up to but not including `below`, the same for the same seed. */
export type Draw = (below: number) => number

export function drawFrom(seed: number): Draw {
  const generator = xoroshiro128plus(seed)
  return (below) => uniformInt(generator, 0, below - 1)
}

/** A question of a made-up survey. */
export interface QuestionSpec {
  readonly name: string
  readonly options: number
  readonly sensitive: boolean
  readonly kind: 'single' | 'multiple'
}

/** People: their group per breakdown (0 is none) and their answer per question (null is skipped; or they were not asked). */
export interface Person {
  readonly groups: readonly number[]
  readonly answers: readonly (readonly number[] | 'notAsked' | null)[]
}

export function subjectOf(name: string, sensitive: boolean): TableSubject {
  return { name, label: { nl: name }, sensitive }
}

export function categoriesOf(options: number): readonly Category[] {
  return Array.from({ length: options }, (_, index) => ({
    code: index + 1,
    value: index + 1,
    label: { nl: `Antwoord ${index + 1}` },
    ...(index === 0 ? { tone: 'positive' as const } : {}),
  }))
}

/** The tables of everybody and by each breakdown, counted one person at a time. */
export function tabulatePeople(
  people: readonly Person[],
  questions: readonly QuestionSpec[],
  breakdowns: readonly number[],
): readonly CountTable[] {
  return questions.flatMap((question, at) => {
    const shape = {
      kind: question.kind,
      subject: subjectOf(question.name, question.sensitive),
      categories: categoriesOf(question.options),
    }
    const row = (members: readonly Person[]) => countRow(members, at, question.options)
    const all = row(people)
    const whole: CountTable = {
      id: question.name,
      ...shape,
      by: null,
      groups: [{ code: null, label: { nl: 'Iedereen' }, population: null }],
      counts: [all.counts],
      bases: [all.base],
    }
    const splits = breakdowns.map((size, breakdown): CountTable => {
      const rows = Array.from({ length: size }, (_, group) =>
        row(people.filter((person) => person.groups[breakdown] === group + 1)),
      )
      return {
        id: `${question.name}×b${breakdown}`,
        ...shape,
        by: subjectOf(`b${breakdown}`, false),
        groups: rows.map((_, group) => ({ code: group + 1, label: { nl: `Groep ${group + 1}` }, population: null })),
        counts: rows.map(({ counts }) => counts),
        bases: rows.map(({ base }) => base),
      }
    })
    return [whole, ...splits]
  })
}

function countRow(members: readonly Person[], question: number, options: number): { counts: number[]; base: Base } {
  const counts = Array.from({ length: options }, () => 0)
  let valid = 0
  let notAsked = 0
  for (const person of members) {
    const answer = person.answers[question]
    if (answer === 'notAsked') notAsked += 1
    if (!answer || answer === 'notAsked') continue
    valid += 1
    for (const option of answer) counts[option] = (counts[option] ?? 0) + 1
  }
  const total = members.length
  const asked = total - notAsked
  const empties = { ...(notAsked > 0 ? { notAsked } : {}), ...(asked > valid ? { skipped: asked - valid } : {}) }
  return { counts, base: { total, asked, answered: valid, valid, empties } }
}

/** People at random: some groups are tiny, some answers rare, some questions are often skipped. */
export function randomPeople(
  draw: Draw,
  most: number,
  questions: readonly QuestionSpec[],
  breakdowns: readonly number[],
): readonly Person[] {
  const skip = questions.map(() => [0, 0, 5, 40][draw(4)] ?? 0)
  const stray = breakdowns.map(() => [0, 0, 3, 15][draw(4)] ?? 0)
  const rare = questions.map(() => draw(30) + 1)
  const lean = breakdowns.map((size) => Array.from({ length: size }, () => draw(10) ** 2 + 1))
  return Array.from({ length: draw(most) + 10 }, () => ({
    groups: breakdowns.map((_, index) =>
      draw(100) < (stray[index] ?? 0) ? 0 : weighted(draw, lean[index] ?? [1]) + 1,
    ),
    answers: questions.map((question, index) => {
      if (draw(100) < (skip[index] ?? 0)) return null
      const first = draw(100) < (rare[index] ?? 0) ? draw(question.options) : 0
      if (question.kind === 'single') return [first]
      const more = Array.from({ length: question.options }, (_, option) => option).filter(
        (option) => option !== first && draw(4) === 0,
      )
      return [first, ...more]
    }),
  }))
}

function weighted(draw: Draw, weights: readonly number[]): number {
  let left = draw(weights.reduce((sum, weight) => sum + weight, 0))
  for (const [index, weight] of weights.entries()) {
    if (left < weight) return index
    left -= weight
  }
  return 0
}
