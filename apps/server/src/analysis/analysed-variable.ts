import {
  columnOf,
  type Column,
  type Dataset,
  type LocalizedText,
  type Questionnaire,
  type Scale,
  type Variable,
  variableOf,
} from '@klankbord/model'
import { hasGrades, variableHasMean } from '@klankbord/reporting'
import { measurementsOf, promoterPoints, scaleScores, type Measurements } from '@klankbord/statistics'

/** What is analysed: a variable of the dataset, or the scores of a scale. */
export type Analysed =
  | { readonly kind: 'variable'; readonly name: string; readonly variable: Variable; readonly column: Column }
  | { readonly kind: 'scale'; readonly name: string; readonly scale: Scale; readonly scores: Measurements }

/** A variable or a scale by its name. @throws Problem `unknownVariable` */
export function analysedNamed(
  { questionnaire, dataset }: { readonly questionnaire: Questionnaire; readonly dataset: Dataset },
  name: string,
): Analysed {
  const scale = questionnaire.scales?.find((one) => one.name === name)
  if (scale) return { kind: 'scale', name, scale, scores: scoresOf(dataset, scale) }
  return { kind: 'variable', name, variable: variableOf(dataset.codebook, name), column: columnOf(dataset, name) }
}

/** Scores to take means of; of a net promoter scale the answers themselves, whose shares make the score. */
function scoresOf(dataset: Dataset, scale: Scale): Measurements {
  return scaleScores(dataset, scale.method === 'netPromoter' ? { ...scale, method: 'grade' } : scale)
}

/** Its title, and the words above a list of statements. */
export function titleOf(analysed: Analysed): { readonly label: LocalizedText; readonly prompt?: LocalizedText } {
  if (analysed.kind === 'scale') return { label: analysed.scale.title }
  const { label, prompt } = analysed.variable
  return { label, ...(prompt && { prompt }) }
}

/** Numbers that may be averaged or ordered; null for answers that are neither. */
export function numbersOf(analysed: Analysed): Measurements | null {
  if (analysed.kind === 'scale') return analysed.scores
  const { column, variable } = analysed
  if (column.type === 'numeric' || column.type === 'date') return measurementsOf(column)
  return column.type === 'single' && variable.measurement !== 'nominal' ? measurementsOf(column) : null
}

/** Numbers of which the mean is the figure: as `numbersOf`, and of a net promoter scale the points that make its score. */
export function averagedNumbers(analysed: Analysed): Measurements | null {
  const points = analysed.kind === 'scale' && analysed.scale.method === 'netPromoter'
  return points ? promoterPoints(analysed.scores) : numbersOf(analysed)
}

/** Whether a mean says something: of numbers, scores and grades, not of points that are only in order. */
export function hasMean(analysed: Analysed): boolean {
  if (analysed.kind === 'scale') return true
  const { variable, column } = analysed
  return column.type === 'date' || variableHasMean(variable)
}

/** A grade from 1 to 10: a scale that is one, or a question with just these points. */
export function isGrade(analysed: Analysed): boolean {
  if (analysed.kind === 'scale') return analysed.scale.method === 'grade'
  return hasGrades(analysed.variable)
}
