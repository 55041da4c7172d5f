import type { Solver } from '@klankbord/disclosure'
import type { Figure, Who } from './outsider.ts'
import { QUESTIONS } from './small-town.ts'

/** A number that somebody is after: of one edition, or how much it changed since the one before. */
export interface Target {
  readonly name: string
  readonly edition: number
  readonly who: Who
  readonly isChange: boolean
  /** Over how many whole numbers it has to stay open. */
  readonly needed: number
}

/** How closely somebody got to know a number. */
export interface Attacked extends Target {
  readonly least: number
  readonly most: number
}

/** Each kind of person that there can be: an answer, or none, to every question. */
const KINDS: readonly (readonly number[])[] = Object.values(QUESTIONS).reduce<readonly (readonly number[])[]>(
  (kinds, count) => kinds.flatMap((kind) => Array.from({ length: count + 1 }, (_, code) => [...kind, code])),
  [[]],
)
const NAMES = Object.keys(QUESTIONS)

/**
 * Somebody who counts kinds of people. Every figure is a sum of how many there are of some kinds; in a later edition there are as
 * many as before and who came, without those of whom it is known that they took back what they said. Linear programs give the least and
 * the most of each target. It shares nothing with what protects but the released figures.
 *
 * @param gone who is known to have gone before an edition, by kind
 */
export function attack(
  solver: Solver,
  figures: readonly Figure[],
  targets: readonly Target[],
  gone: readonly { readonly edition: number; readonly who: Who }[] = [],
): readonly Attacked[] {
  const editions = [...new Set(figures.map(({ edition }) => edition))].toSorted((a, b) => a - b)
  const rows = [
    ...new Set(figures.flatMap(({ edition, who, least, most }) => figureRows(peopleOf(edition, who), least, most))),
    ...editions.slice(1).flatMap((edition, at) =>
      KINDS.map((kind, place) => {
        const left = gone.filter((one) => one.edition === edition && isOf(kind, one.who)).length
        return `n${edition}_${place} - n${editions[at] ?? 0}_${place} - a${edition}_${place} = ${-left}`
      }),
    ),
  ]
  const text = (sense: string, aim: string): string =>
    `${sense}\n obj: ${aim}\nSubject To\n${rows.map((row, at) => ` r${at}: ${row}`).join('\n')}\nEnd\n`
  return targets.map((target) => {
    const before = editions[editions.indexOf(target.edition) - 1]
    const now = peopleOf(target.edition, target.who)
    const aim =
      target.isChange && before !== undefined ? `${now}\n - ${peopleOf(before, target.who).replaceAll('+', '-')}` : now
    const [least = NaN, most = NaN] = ['Minimize', 'Maximize'].map((sense) => {
      const { Status, ObjectiveValue } = solver.solve(text(sense, aim), { output_flag: false })
      if (Status !== 'Optimal') throw new Error(`${target.name}: ${Status}`)
      return ObjectiveValue
    })
    return { ...target, least: Math.ceil(least - 1e-6), most: Math.floor(most + 1e-6) }
  })
}

const isOf = (kind: readonly number[], who: Who): boolean =>
  Object.entries(who).every(([name, code]) => {
    const given = kind[NAMES.indexOf(name)] ?? 0
    return code === 'any' ? given > 0 : given === code
  })

/** How many there are of these people, as a sum of kinds; a line for every few, as the format wants. */
function peopleOf(edition: number, who: Who): string {
  const kinds = KINDS.flatMap((kind, place) => (isOf(kind, who) ? [`n${edition}_${place}`] : []))
  return Array.from({ length: Math.ceil(kinds.length / 20) }, (_, at) =>
    kinds.slice(at * 20, at * 20 + 20).join(' + '),
  ).join('\n + ')
}

function figureRows(people: string, least: number, most: number): readonly string[] {
  if (least === most) return [`${people} = ${least}`]
  return [...(least > 0 ? [`${people} >= ${least}`] : []), ...(most < Infinity ? [`${people} <= ${most}`] : [])]
}
