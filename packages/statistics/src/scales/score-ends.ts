import type { Scale } from '@klankbord/model'

/**
 * The lowest and the highest score that somebody can have.
 *
 * @example scoreEnds({ method: 'sum', minimum: 1, maximum: 5, items: ['a', 'b'], … }) // { lowest: 2, highest: 10 }
 */
export function scoreEnds({ method, minimum, maximum, items }: Scale): {
  readonly lowest: number
  readonly highest: number
} {
  if (method === 'sum') return { lowest: minimum * items.length, highest: maximum * items.length }
  if (method === 'percentOfMaximum') return { lowest: 0, highest: 100 }
  if (method === 'netPromoter') return { lowest: -100, highest: 100 }
  return { lowest: minimum, highest: maximum }
}
