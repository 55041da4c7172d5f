import type { Dataset, Figure, LocalizedText, NotComputed, Questionnaire, Scale, ScoreMethod } from '@klankbord/model'
import {
  floorAndCeiling,
  netPromoterScore,
  numericSummary,
  reliability,
  scaleItems,
  scaleScores,
  type FloorAndCeiling,
  type ItemConsistency,
  type NetPromoterScore,
  type Reliability,
} from '@klankbord/statistics'
import { estimateOf, type Estimate } from './estimate-of.ts'
import { scoreEnds } from './score-ends.ts'

/** How a scale of a questionnaire did in a wave. */
export interface ScaleFigures {
  readonly name: string
  readonly title: LocalizedText
  readonly method: ScoreMethod
  /** Rows with an answer to all items. */
  readonly complete: number
  /** Cronbach's alpha over these, with Feldt's interval. */
  readonly listwise: Omit<Reliability['listwise'], 'items'>
  /** Over all that each pair of items was answered by. */
  readonly pairwise: Omit<Reliability['pairwise'], 'items'>
  readonly items: readonly ScaleItem[]
  /** Mean of the scores, of who answered enough items. */
  readonly score: Estimate | NotComputed
  readonly sd: Figure
  /** Who has the lowest and the highest score that there is. */
  readonly ends: FloorAndCeiling & { readonly lowest: number; readonly highest: number }
  /** Of a scale that is scored so; beside its score, never instead of it. */
  readonly netPromoter?: NetPromoterScore | NotComputed
}

export interface ScaleItem {
  readonly variable: string
  readonly label: LocalizedText
  readonly reversed: boolean
  readonly listwise: ItemConsistency
  readonly pairwise: ItemConsistency
}

/**
 * Consistency and scores of each scale that a questionnaire defines.
 *
 * @param population everybody the answers stand for; null where nobody knows
 * @throws Problem `unknownVariable`, `itemNotScorable`
 */
export function scaleFigures(
  dataset: Dataset,
  { scales = [] }: Pick<Questionnaire, 'scales'>,
  population: number | null,
): readonly ScaleFigures[] {
  return scales.map((scale) => figuresOf(dataset, scale, population))
}

function figuresOf(dataset: Dataset, scale: Scale, population: number | null): ScaleFigures {
  const { name, title, method } = scale
  const items = scaleItems(dataset, scale)
  const { complete, listwise, pairwise } = reliability(items)
  const { items: ofComplete, ...consistency } = listwise
  const { items: ofPairs, ...pairs } = pairwise
  const scores = scaleScores(dataset, scale)
  const { lowest, highest } = scoreEnds(scale)
  const [first] = items
  return {
    name,
    title,
    method,
    complete,
    listwise: consistency,
    pairwise: pairs,
    items: scale.items.map((variable, at) => ({
      variable,
      label: dataset.codebook.variables.find((one) => one.name === variable)?.label ?? {},
      reversed: scale.reversed.includes(variable),
      listwise: ofComplete[at] ?? ALONE,
      pairwise: ofPairs[at] ?? ALONE,
    })),
    score: estimateOf({ kind: 'mean', numbers: scores, population }),
    sd: numericSummary(scores).sd,
    ends: { ...floorAndCeiling(scores, { minimum: lowest, maximum: highest }), lowest, highest },
    ...(method === 'netPromoter' && first && { netPromoter: netPromoterScore({ numbers: first, population }) }),
  }
}

const ALONE: ItemConsistency = {
  itemRest: { notComputed: 'tooFewItems' },
  alphaIfDropped: { notComputed: 'tooFewItems' },
}
