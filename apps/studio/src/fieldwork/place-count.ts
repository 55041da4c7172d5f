import type { NewPlaceCount } from '../api/fieldwork-types.ts'
import { wholeNumber } from './plan-wish.ts'

/** A count as it was typed; what was not counted is empty. */
export interface TypedCount {
  readonly place: string
  /** ISO date; empty for today. */
  readonly on: string
  readonly approached: string
  readonly refused: string
  readonly started: string
  readonly finished: string
}

export const NO_COUNT: TypedCount = { place: '', on: '', approached: '', refused: '', started: '', finished: '' }

/** A count as the server takes it, or the first field that it cannot be taken for. */
export function placeCountOf(typed: TypedCount): NewPlaceCount | { readonly wrong: keyof TypedCount } {
  const place = typed.place.trim()
  if (place === '') return { wrong: 'place' }
  const [started, finished] = [wholeNumber(typed.started), wholeNumber(typed.finished)]
  if (started === null) return { wrong: 'started' }
  if (finished === null) return { wrong: 'finished' }
  const [approached, refused] = [wholeNumber(typed.approached), wholeNumber(typed.refused)]
  if (approached === null && typed.approached.trim() !== '') return { wrong: 'approached' }
  if (refused === null && typed.refused.trim() !== '') return { wrong: 'refused' }
  return { place, approached, refused, started, finished, ...(typed.on === '' ? {} : { on: typed.on }) }
}
