import {
  notComputed,
  type Dataset,
  type Figure,
  type LocalizedText,
  type NotComputed,
  type Questionnaire,
  type Scale,
  type ScoreMethod,
} from '@klankbord/model'
import {
  countSelected,
  floorAndCeiling,
  netPromoterScore,
  numericSummary,
  reliability,
  scaleItems,
  scaleScores,
  selectedByAll,
  scoreEnds,
  type Consistency,
  type FloorAndCeiling,
  type ItemConsistency,
  type Measurements,
  type NetPromoterScore,
  type Reliability,
} from '@klankbord/statistics'
import { isTooFew } from './analysis-cells.ts'
import { askedOfEverybody } from './asked-of-everybody.ts'
import { estimateOf, type Estimate } from './estimate-of.ts'
import { numbersOfEnough } from './numbers-of-enough.ts'

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
 * @param leastGroup above 1: of an anonymous wave, in which nothing is told of fewer (`tooFewAnswers`)
 * @throws Problem `unknownVariable`, `itemNotScorable`
 */
export function scaleFigures(
  dataset: Dataset,
  { scales = [] }: Pick<Questionnaire, 'scales'>,
  population: number | null,
  leastGroup = 1,
): readonly ScaleFigures[] {
  return scales.map((scale) => {
    // Of how many people the score is, nobody knows where only some of them were asked.
    const known = askedOfEverybody(dataset, scale.items) ? population : null
    return figuresOf(dataset, scale, known, leastGroup)
  })
}

function figuresOf(dataset: Dataset, scale: Scale, population: number | null, leastGroup: number): ScaleFigures {
  const { name, title, method } = scale
  const items = scaleItems(dataset, scale)
  const { complete, listwise, pairwise } = consistencyOf(items, leastGroup)
  const { items: ofComplete, ...consistency } = listwise
  const { items: ofPairs, ...pairs } = pairwise
  const { numbers: scores, tooFew } = numbersOfEnough(scaleScores(dataset, scale), leastGroup)
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
    score: tooFew ? TOO_FEW : estimateOf({ kind: 'mean', numbers: scores, population }),
    sd: numericSummary(scores).sd,
    ends: { ...floorAndCeiling(scores, { minimum: lowest, maximum: highest }), lowest, highest },
    ...(method === 'netPromoter' &&
      first && { netPromoter: tooFew ? TOO_FEW : netPromoterScore({ numbers: first, population }) }),
  }
}

const TOO_FEW: NotComputed = notComputed('tooFewAnswers')

/** Nothing of all items where few answered these, nor of pairs where few answered one of them. */
function consistencyOf(items: readonly Measurements[], leastGroup: number): Reliability {
  const found = reliability(items)
  const nothing: Consistency = {
    alpha: TOO_FEW,
    interval: TOO_FEW,
    standardizedAlpha: TOO_FEW,
    items: items.map(() => ({ itemRest: TOO_FEW, alphaIfDropped: TOO_FEW })),
  }
  const fewInAPair =
    leastGroup > 1 &&
    items.some((item, at) =>
      items.slice(at + 1).some((other) => isTooFew(countSelected(selectedByAll(item.known, other.known)), leastGroup)),
    )
  return {
    complete: found.complete,
    listwise: isTooFew(found.complete, leastGroup) ? nothing : found.listwise,
    pairwise: fewInAPair ? nothing : found.pairwise,
  }
}

const ALONE: ItemConsistency = {
  itemRest: { notComputed: 'tooFewItems' },
  alphaIfDropped: { notComputed: 'tooFewItems' },
}
