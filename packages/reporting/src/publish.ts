import { isCompared, type CountTable, type Publication, type PublishedQuote, type Recipe } from '@klankbord/model'
import {
  frameBesideTables,
  protect,
  releaseQuotes,
  sealPublication,
  type Basis,
  type NumberTable,
  type Protected,
  type Routing,
  type Solving,
  type Weighing,
} from '@klankbord/disclosure'
import { planSinceFixed } from './accountability/plan-since-fixed.ts'
import { accountable } from './accountability/accountable.ts'
import { askedOf } from './accountability/asked-of.ts'
import { withTexts } from './authored-parts.ts'
import { requireKnownComparisons } from './known-comparisons.ts'
import { numberSubjects } from './numbers/number-subject.ts'
import { numberRoutings, numberTables, presenceQuestions } from './numbers/number-tables.ts'
import { plannedFrame } from './planned-frame.ts'
import type { PublishInput } from './publish-input.ts'
import {
  refuseCloseEdition,
  refuseOtherWeights,
  refuseSameEdition,
  refuseSmallFrame,
  refuseTooFew,
} from './refuse-unfit.ts'
import { routingsOf } from './routings-of.ts'
import { routingsOfGroups } from './routings-of-groups.ts'
import { selectVariables, type SelectedVariables } from './select-variables.ts'
import { splitOf, tabulate, withPopulations } from './tabulate.ts'
import { classTables } from './weights/class-tables.ts'
import { planWeights, targetsOf, type PlanWeights } from './weights/plan-weights.ts'

const LEVEL = 0.95

/**
 * From answers to a frozen publication. Pure: no clock, no randomness; the same input gives the same hash.
 *
 * @throws Problem what `settleTexts` throws of the texts of its authors; `tooFewResponses`, `editionTooClose`, `editionUnchanged`, `stratumTooSmall`, `populationTooSmall`; faults of the plan
 *   (`unknownVariable`, `questionNotPublishable`, `breakdownNotUsable`, `bandsOverlap`, `duplicateInPlan`); of weights `targetsUnknown`,
 *   `basisChanged` and what `planWeights` refuses; and what `protect` throws
 * @example (await publish(input, solving)).tables[0]?.groups[0]?.status // 'shown'
 */
export async function publish(given: PublishInput, solving: Solving): Promise<Publication> {
  refuseTooFew(given)
  const input = { ...given, frame: plannedFrame(given.frame, given.plan.breakdowns) }
  const selected = selectVariables(input.dataset, input.plan)
  const counted = countedOf(input, selected)
  const outcome = await protect(
    counted.tables,
    input.policy,
    solving,
    counted.routings,
    counted.numbers,
    basisOf(input, counted),
  )
  refuseOtherWeights(counted.weights?.recipe ?? 'none', input)
  refuseCloseEdition(outcome, input, counted.routings)
  const quotes = quotesOf(input)
  const content = withTexts(
    accountable(contentOf(input, selected, { ...outcome, quotes, weights: counted.weights }), input, selected),
    input,
  )
  refuseSameEdition(content, input)
  return sealPublication(content)
}

/** Everything that is counted for a publication, before protection. */
export interface Counted {
  readonly tables: readonly CountTable[]
  readonly numbers: readonly NumberTable[]
  readonly routings: readonly Routing[]
  /** Null where everybody counts once. */
  readonly weights: PlanWeights | null
  readonly weighing: Weighing | null
}

/** Counts what is published. @throws Problem `populationTooSmall`, `stratumTooSmall`, and faults of the plan */
export function countedOf(input: PublishInput, selected: SelectedVariables): Counted {
  const subjects = numberSubjects(input)
  requireKnownComparisons(input.plan, subjects)
  const questions = [...selected.questions, ...presenceQuestions(subjects, selected)]
  const tables = withPopulations(tabulate({ ...selected, questions }), input.frame)
  const weights = weightsOf(input, selected)
  refuseSmallFrame(tables)
  const asked = routingsOf(input.questionnaire)
  const routings = [...asked, ...numberRoutings(subjects, asked)]
  return {
    tables,
    numbers: numberTables(subjects, selected, tables, input.dataset, weights),
    routings: routingsOfGroups(routings, input.plan),
    weights,
    weighing: weights && classTables(tables, { ...selected, questions }, weights),
  }
}

function weightsOf({ plan, frame, policy }: PublishInput, { weighting }: SelectedVariables): PlanWeights | null {
  const { basis = 'counted' } = plan
  if (basis === 'counted') return null
  const order = { variables: weighting, targets: targetsOf(weighting, frame), trim: basis.weighted.trim ?? null }
  return planWeights(order, policy.leastGroup)
}

/** What `protect` needs to know of how a plan has figures made and compared. */
export function basisOf({ plan: { comparisons } }: PublishInput, { weighing }: Counted): Basis {
  return { weighing, compared: (question, by) => isCompared(comparisons, question, by), planned: comparisons }
}

/** The quotes that may stand beside the figures. */
export function quotesOf({ quotes = [], questionnaire, dataset, policy }: PublishInput): readonly PublishedQuote[] {
  const questions = questionnaire.questions.map(({ name }) => name)
  return releaseQuotes(quotes, questions, dataset.rows, policy)
}

/** All that a publication says, from what may be shown. */
export function contentOf(
  input: PublishInput,
  selected: SelectedVariables,
  outcome: Protected & { readonly quotes: readonly PublishedQuote[]; readonly weights: PlanWeights | null },
): Omit<Publication, 'hash'> {
  const { id, edition, publishedOn, study, wave, questionnaire, dataset, frame, plan } = input
  return {
    format: 'klankbord-publication/1',
    id,
    study,
    wave,
    edition,
    publishedOn,
    language: questionnaire.language,
    languages: questionnaire.languages,
    account: { answered: dataset.rows, frame: frame && frameBesideTables(frame, outcome.tables) },
    headline: plan.headline ?? null,
    breakdowns: selected.breakdowns.map(splitOf),
    tables: outcome.tables,
    ...(outcome.numbers.length > 0 && { numbers: outcome.numbers }),
    ...(outcome.quotes.length > 0 && { quotes: outcome.quotes }),
    disclosure: outcome.record,
    recipe: recipeOf(input, outcome),
    ...(input.fixed && { plan: planSinceFixed(input.fixed, plan) }),
    ...(input.correction && { correction: input.correction }),
  }
}

function recipeOf(
  { questionnaire, version, dataset, frame, plan, modes, digest }: PublishInput,
  { comparisons, weights }: Pick<Protected, 'comparisons'> & { readonly weights: PlanWeights | null },
): Recipe {
  return {
    questionnaire: questionnaire.hash,
    version,
    interval: frame ? 'wilsonFinitePopulation' : 'wilson',
    level: LEVEL,
    weights: weights?.recipe ?? 'none',
    comparisons,
    input: { rows: dataset.rows, digest },
    asked: askedOf(questionnaire, plan.questions),
    modes,
  }
}
