import { problem, type DisclosurePolicy, type Dataset, type Questionnaire } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import { countSelected, rowsWhere, selectionOf, type Selection } from '@klankbord/statistics'
import { answersDeletedOn, findVersion, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { studyPolicy } from '../study/study-policy.ts'
import { refuseTryOut } from '../waves/refuse-try-out.ts'
import { waveDataset } from '../waves/wave-dataset.ts'
import { analysisCells, isTooFew, type AnalysisCells } from './analysis-cells.ts'
import type { AnalysisCondition, AnalysisOrder } from './analysis-order.ts'
import { withLabels } from './label-refusals.ts'
import { weightingOf, type Weighting } from './weighting.ts'

/** A wave ready to be analysed. */
export interface AnalysisData {
  readonly wave: Wave
  readonly questionnaire: Questionnaire
  readonly dataset: Dataset
  /** Who is analysed. */
  readonly taken: Selection
  /** How many that are. */
  readonly people: number
  /** Whether these are all that answered, so that what is known of the population is about them. */
  readonly everybody: boolean
  readonly weighting: Weighting | null
  /** The fewest people that a shown group may have: of an anonymous wave that of a publication. */
  readonly leastGroup: number
  /** The rules of the study, which hold for what it publishes. */
  readonly policy: DisclosurePolicy
  /** What of it can be told apart by asking for it in other ways. */
  readonly cells: AnalysisCells
}

/**
 * Reads the answers of a wave to analyse. Of an anonymous wave only what is sealed, and nobody by themselves: all that can be
 * told apart by picking and weighting are nobody, or as many as a group must have, so that subtracting tells of nobody either.
 *
 * @throws Problem `waveIsTryOut`, `answersDeleted`, `tooFewToAnalyse`; `unknownVariable`, `conditionNotUsable`; what
 *   `analysisCells` and `weightingOf` refuse
 */
export async function analysisData(context: ServerContext, wave: Wave, order: AnalysisOrder): Promise<AnalysisData> {
  refuseTryOut(wave)
  const { db } = context.database
  const on = await answersDeletedOn(db, wave.studyId, wave.id)
  if (on !== null) throw problem('answersDeleted', { wave: wave.id, on })
  const version = await findVersion(db, wave.studyId, wave.version)
  if (version === null) throw problem('unknownVersion', { version: wave.version })
  const { questionnaire } = version
  const policy = await studyPolicy(context, wave.studyId)
  const dataset = await waveDataset(context, wave, codebook(questionnaire))
  return withLabels(questionnaire, dataset.codebook, () => {
    const { where = [], targets } = order
    const taken = takenBy(dataset, where)
    const people = countSelected(taken)
    const leastGroup = wave.mode === 'codeAnonymous' ? policy.leastGroup : 1
    for (const size of [people, dataset.rows - people])
      if (isTooFew(size, leastGroup)) throw problem('tooFewToAnalyse', { least: leastGroup })
    const cells = analysisCells(dataset, order, leastGroup)
    const weighting = targets === undefined ? null : weightingOf(dataset, targets, leastGroup)
    const everybody = where.length === 0
    return { wave, questionnaire, dataset, taken, people, everybody, weighting, leastGroup, policy, cells }
  })
}

function takenBy(dataset: Dataset, where: readonly AnalysisCondition[]): Selection {
  if (where.length === 0) return selectionOf(dataset.rows, () => true)
  return rowsWhere(dataset, {
    and: where.map(({ not, ...condition }) => (not === true ? { not: condition } : condition)),
  })
}
