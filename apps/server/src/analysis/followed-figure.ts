import { problem, type Codebook, type Dataset, type Questionnaire, type Scale, type Variable } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import { variableHasMean } from '@klankbord/reporting'
import { isSelected, measurements, rowsWhere, scoreEnds, type Measurements } from '@klankbord/statistics'
import { analysedNamed, averagedNumbers } from './analysed-variable.ts'

/** What is followed from round to round: a share of people, or a mean. */
export interface FollowedFigure {
  /** A variable, or a scale of the questionnaire. */
  readonly question: string
  readonly kind: 'share' | 'mean'
  /** Of a share: the codes that count. Empty for a mean. */
  readonly answers: readonly number[]
  /** From the lowest figure that there can be to the highest; null for a number without an end. */
  readonly range: number | null
}

/**
 * What is followed of a question: its mean where one says something, as where groups are compared (`hasMean`): of a number, a
 * grade and the score of a scale. Of another choice the share of the answers that are named, else of those that the
 * questionnaire calls positive.
 *
 * @param answers codes that count; left out, as above
 * @throws Problem `unknownVariable`; `conditionNotUsable` for what has no such codes, and for a question of which nobody
 *   said what counts
 * @example followedFigure(codebook, {}, 'quick') // { question: 'quick', kind: 'share', answers: [1, 2], range: 1 }
 */
export function followedFigure(
  { variables }: Codebook,
  { scales = [] }: Pick<Questionnaire, 'scales'>,
  question: string,
  answers?: readonly number[],
): FollowedFigure {
  const variable = variables.find(({ name }) => name === question)
  const scale = scales.find(({ name }) => name === question)
  if (variable === undefined && scale === undefined) {
    const known = [...variables, ...scales].map(({ name }) => name)
    throw problem('unknownVariable', { variable: question, known })
  }
  if (answers === undefined && (variable === undefined || variableHasMean(variable)))
    return { question, kind: 'mean', answers: [], range: rangeOf(variable, scale) }
  const counted = answers ?? positiveOf(variable)
  const known = codesOf(variable)
  if (counted.length === 0 || counted.some((code) => !known.includes(code)))
    throw problem('conditionNotUsable', {
      variable: question,
      type: variable?.type ?? 'numeric',
      expected:
        known.length === 0 ? 'a number, or a choice' : `answers that count, with codes among ${known.join(', ')}`,
    })
  return { question, kind: 'share', answers: counted, range: 1 }
}

/** Whether a questionnaire asks a question, or has a scale of this name. */
export function isAskedIn(questionnaire: Questionnaire, question: string): boolean {
  const { scales = [] } = questionnaire
  return [...codebook(questionnaire).variables, ...scales].some(({ name }) => name === question)
}

function rangeOf(variable: Variable | undefined, scale: Scale | undefined): number | null {
  if (scale !== undefined) {
    const { lowest, highest } = scoreEnds(scale)
    return highest - lowest
  }
  const codes = codesOf(variable)
  return codes.length === 0 ? null : Math.max(...codes) - Math.min(...codes)
}

function codesOf(variable: Variable | undefined): readonly number[] {
  if (variable?.type !== 'single' && variable?.type !== 'multiple') return []
  return variable.categories.filter(({ empty }) => empty === undefined).map(({ code }) => code)
}

function positiveOf(variable: Variable | undefined): readonly number[] {
  return (variable?.categories ?? []).filter(({ tone }) => tone === 'positive').map(({ code }) => code)
}

/**
 * The figure of a wave, per row: of a share 1 or 0 for who gave a substantive answer. Nobody is known of a wave that did
 * not ask it; of a wave that lacks one of the answers that count, the others do.
 */
export function followedNumbers(
  dataset: Dataset,
  questionnaire: Questionnaire,
  { question, kind, answers }: FollowedFigure,
): Measurements {
  const nobody = (): Measurements => measurements(Array.from({ length: dataset.rows }, () => null))
  if (!isAskedIn(questionnaire, question)) return nobody()
  if (kind === 'mean') return averagedNumbers(analysedNamed({ questionnaire, dataset }, question)) ?? nobody()
  const column = dataset.columns[question]
  if (column?.type !== 'single' && column?.type !== 'multiple') return nobody()
  const known = codesOf(dataset.codebook.variables.find(({ name }) => name === question))
  const counted = rowsWhere(dataset, { variable: question, anyOf: answers.filter((code) => known.includes(code)) })
  const empty = rowsWhere(dataset, { variable: question, empty: 'any' })
  return measurements(
    Array.from({ length: dataset.rows }, (_, row) =>
      isSelected(empty, row) ? null : isSelected(counted, row) ? 1 : 0,
    ),
  )
}
