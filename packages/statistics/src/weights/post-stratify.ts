import { problem } from '@klankbord/model'
import { givenWeights } from '../columns/require-rows.ts'
import { requireMargins, sumsByCode, type Margin } from './margin.ts'

/**
 * Weights by post-stratification (Holt & Smith 1979): within each category the weights are multiplied by one number, so
 * that they add up to the people that there are. For several variables at once the categories are their combinations, each
 * of which needs people and a total; `rake` needs totals per variable only.
 *
 * @param baseWeights 1 for everybody unless told
 * @returns a weight per row
 * @example postStratify({ variable: 'sex', codes: [1, 1, 2], targets: [{ code: 1, total: 10 }, { code: 2, total: 12 }] }) // 5, 5, 12
 * @throws Problem as `requireMargins` (`marginMissingValues`, `marginWithoutTotal`, `marginWithoutPeople`), `lengthsDiffer`,
 *   `weightOutOfRange`; `marginWithoutPeople` also where all of a category weigh nothing
 */
export function postStratify(margin: Margin, baseWeights?: ArrayLike<number>): Float64Array {
  const rows = margin.codes.length
  const base = givenWeights('baseWeights', baseWeights, rows)
  requireMargins([margin], rows)
  const weightOf = sumsByCode(margin.codes, base)
  const factors = new Map(
    margin.targets.map(({ code, total }) => {
      const weight = weightOf.get(code) ?? 0
      if (weight === 0) throw problem('marginWithoutPeople', { variable: margin.variable, code })
      return [code, total / weight]
    }),
  )
  return base.map((weight, row) => weight * (factors.get(margin.codes[row] ?? -1) ?? 0))
}
