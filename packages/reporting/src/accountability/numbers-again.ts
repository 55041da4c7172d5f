import {
  isCompared,
  isProblem,
  numberFigure,
  type Dataset,
  type FigureRecipe,
  type Publication,
  type Questionnaire,
  type ReportPlan,
} from '@klankbord/model'
import { sameNumbers } from '@klankbord/disclosure'
import { numberSubjects, type NumberSubject } from '../numbers/number-subject.ts'
import { numberTables, presenceQuestions } from '../numbers/number-tables.ts'
import type { SelectedVariables } from '../select-variables.ts'
import { tabulate } from '../tabulate.ts'
import { classTables } from '../weights/class-tables.ts'
import { digestOfColumns, type KeyedDigest } from './digest-of-columns.ts'
import { numberColumns } from './number-recipes.ts'
import { weightsAgain } from './weighed-again.ts'

/** What numbers are made again from. */
export interface NumberSources {
  readonly dataset: Dataset
  readonly questionnaire: Questionnaire
  /** The plan of the tables, as their recipes tell it. */
  readonly plan: ReportPlan
  readonly selected: SelectedVariables
  readonly keyedDigest: KeyedDigest
}

/** Of each number that has a recipe, whether it comes out the same, and whether its input is still what went in. */
export function numbersAgain(
  publication: Publication,
  recipes: readonly FigureRecipe[],
  sources: NumberSources,
): readonly { readonly figure: string; readonly isSame: boolean; readonly isInputThere: boolean }[] {
  const { numbers = [], disclosure, recipe } = publication
  const own = numbers.filter(({ id }) => recipes.some(({ figure }) => figure === numberFigure(id)))
  if (own.length === 0) return []
  const { dataset, selected, plan } = sources
  const subjects = subjectsAgain([...new Set(own.map(({ subject }) => subject.name))], sources)
  const questions = [...selected.questions, ...presenceQuestions(subjects, selected)]
  const tables = tabulate({ ...selected, questions })
  const weights = weightsAgain(publication, selected)
  const again = {
    numbers: numberTables(subjects, selected, tables, dataset, weights),
    tables,
    weighing: weights && classTables(tables, { ...selected, questions }, weights),
  }
  const made = { policy: disclosure.policy, comparisons: recipe.comparisons }
  const same = sameNumbers(own, again, made, (question, by) => isCompared(recipe.comparisons.planned, question, by))
  const digest = digestOfColumns(sources.keyedDigest, dataset.rows)
  return own.map(({ id, subject }) => {
    const input = recipes.find(({ figure }) => figure === numberFigure(id))?.input
    const known = subjects.find(({ name }) => name === subject.name)
    const names = input?.columns.slice(known?.of.length ?? 0) ?? []
    const isInputThere =
      known !== undefined && digest(numberColumns(known, names, { selected, dataset })) === input?.digest
    return { figure: numberFigure(id), isSame: same.has(id), isInputThere }
  })

  function subjectsAgain(names: readonly string[], { questionnaire }: NumberSources): readonly NumberSubject[] {
    try {
      return numberSubjects({ dataset, questionnaire, plan: { ...plan, numbers: names } })
    } catch (cause) {
      if (isProblem(cause)) return []
      throw cause
    }
  }
}
