import type { Category } from '@klankbord/model'
import type { ScaleStep } from './figure.ts'

/**
 * The step of each category on the five-step scale, in the order given. Seen from the middle, the nearest answer
 * of a side is the light step and the others are the dark one; a single answer on a side is light.
 * An answer without a tone stands in the middle.
 *
 * @example a five-point agreement scale from least to most gives [1, 2, 3, 4, 5]
 */
export function scaleSteps(categories: readonly Category[]): readonly ScaleStep[] {
  const places = (tone: 'negative' | 'positive'): number[] =>
    categories.flatMap((category, index) => (category.tone === tone ? [index] : []))
  const negative = places('negative')
  const positive = places('positive')
  const rising = isRising(categories)
  const mildNegative = rising ? negative.at(-1) : negative[0]
  const mildPositive = rising ? positive[0] : positive.at(-1)
  return categories.map((category, index) => {
    if (category.tone === 'negative') return index === mildNegative ? 2 : 1
    if (category.tone === 'positive') return index === mildPositive ? 4 : 5
    return 3
  })
}

/** Whether a table has answers on both sides, so that its bars can part from a common zero. */
export function hasTwoSides(categories: readonly Category[]): boolean {
  return categories.some((c) => c.tone === 'positive') && categories.some((c) => c.tone === 'negative')
}

/** Places of the categories from the most negative to the most positive, whichever end the questionnaire begins with. */
export function leastFirst(categories: readonly Category[]): readonly number[] {
  const places = categories.map((_category, place) => place)
  return isRising(categories) ? places : places.toReversed()
}

function isRising(categories: readonly Category[]): boolean {
  const first = (tone: 'negative' | 'positive'): number => categories.findIndex((category) => category.tone === tone)
  return first('positive') === -1 || first('negative') < first('positive')
}
