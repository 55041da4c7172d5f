import type { FrameSummary, NewDraw } from '../api/fieldwork-types.ts'
import { wholeNumber } from './plan-wish.ts'

/** How somebody wants to draw, as it was typed. */
export interface TypedDraw {
  readonly everyone: boolean
  /** By the name of the group. */
  readonly numbers: Readonly<Record<string, string>>
  readonly seed: string
  readonly onePerAddress: boolean
  readonly restMonths: number
}

/** Whether chance decides anything, so that a word has to be agreed before. */
export function needsSeed({ everyone, onePerAddress }: Pick<TypedDraw, 'everyone' | 'onePerAddress'>): boolean {
  return !everyone || onePerAddress
}

/** A draw as the server takes it, or what is missing: the agreed word, or the number of a group. */
export function drawOrder(
  typed: TypedDraw,
  { strata }: Pick<FrameSummary, 'strata'>,
): NewDraw | { readonly wrong: 'seed' } | { readonly wrong: 'number'; readonly group: string } {
  const { everyone, onePerAddress, restMonths } = typed
  const seed = typed.seed.trim()
  if (needsSeed(typed) && seed === '') return { wrong: 'seed' }
  const rest = { seed: seed === '' ? 'everyone' : seed, onePerAddress, restMonths }
  if (everyone) return { ...rest, everyone: true }
  const numbers = strata.map(({ name }) => [name, wholeNumber(typed.numbers[name] ?? '')] as const)
  const missing = numbers.find(([, number]) => number === null)
  if (missing !== undefined) return { wrong: 'number', group: missing[0] }
  return { ...rest, strata: Object.fromEntries(numbers.map(([name, number]) => [name, number ?? 0])) }
}
