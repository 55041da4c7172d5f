import { formatNumber } from '@klankbord/charts'
import { checkNumber } from './check-number.ts'
import type { ReportContent } from './report-content.ts'

/** How the figures of a publication were reckoned, in words for its method and for the recipe of each figure. */
export interface MethodWords {
  readonly margin: string
  /** When a difference is clear. */
  readonly clear: string
  /** Who counts, and whether shares are weighted. */
  readonly reckoned: string
  readonly version: string
}

/** The words of the recipe that a publication was made by. */
export function methodWords({ publication, text, language }: ReportContent): MethodWords {
  const { recipe, account } = publication
  const { frame } = account
  const level = Math.round(recipe.level * 100)
  const margin =
    frame && recipe.interval === 'wilsonFinitePopulation'
      ? text('methodMarginFinite', { level, population: formatNumber(frame.population, language) })
      : text('methodMarginOpen', { level })
  const weighing = text(recipe.weights === 'none' ? 'methodCounted' : 'methodWeighted')
  const version = text('methodVersionText', {
    version: recipe.version,
    questionnaire: checkNumber(recipe.questionnaire),
    rows: recipe.input.rows,
    digest: checkNumber(recipe.input.digest),
  })
  const points = Math.round(recipe.comparisons.leastDifference * 100)
  return {
    margin,
    clear: text('methodClearText', { points }),
    reckoned: `${text('methodOpinionText')} ${weighing}`,
    version,
  }
}
