import {
  breakdownName,
  isCompared,
  canonicalJson,
  problem,
  type CountTable,
  type Dataset,
  type FigureRecipe,
  type Publication,
  type Questionnaire,
  type ReportPlan,
} from '@klankbord/model'
import { isSameFigure, representedGroups } from '@klankbord/disclosure'
import { selectVariables, type SelectedVariables } from '../select-variables.ts'
import { tabulate } from '../tabulate.ts'
import { digestOfColumns, type KeyedDigest } from './digest-of-columns.ts'
import { columnsNamed } from './figure-recipes.ts'
import { numbersAgain } from './numbers-again.ts'
import { trendOf, type Round } from './trend-of.ts'
import { weighedAgain } from './weighed-again.ts'

/** What came of making a figure again. */
export interface RecomputedFigure {
  /** Id of a table, "number:" and the id of numbers, or `account`, `missing`, `trend`. */
  readonly figure: string
  /** `different`: from the very same input something else comes out, or the publication is not what its recipe says. */
  readonly outcome: 'same' | 'inputGone' | 'different'
  /** Why the input is gone; null where it is not. */
  readonly why: 'answersDeleted' | 'fewerAnswers' | 'moreAnswers' | 'otherAnswers' | 'publicationRemoved' | null
}

/** What a publication can be made again from. */
export interface RecomputeInput {
  /** The answers of its wave to its version as they are now; null where they were deleted. */
  readonly dataset: Dataset | null
  /** Its version. */
  readonly questionnaire: Questionnaire
  readonly keyedDigest: KeyedDigest
  /** Those of the publications that its trend is read from which are still there. */
  readonly earlier: readonly Round[]
}

/**
 * Makes every figure of a publication again, each by its own recipe, and says whether it comes out as it was published. A
 * figure whose answers are no longer those that went in is no different one: its input is gone.
 *
 * @throws Problem `recipesUnknown` for a publication that was made before figures had recipes
 */
export function recompute(publication: Publication, input: RecomputeInput): readonly RecomputedFigure[] {
  const { recipes = [], tables, trend } = publication
  const [without] = tables.filter(({ id }) => recipes.every(({ figure }) => figure !== id))
  if (without !== undefined) throw problem('recipesUnknown', { id: publication.id, table: without.id })
  const ofTables = recipes.filter(({ figure }) => tables.some(({ id }) => id === figure))
  const again = tablesAgain(publication, ofTables, input)
  return [
    answersAgain(publication, input),
    ...again,
    ...numberFigures(publication, recipes, { ...input, ofTables }),
    ...(publication.missing === undefined ? [] : [missingAgain(publication, again)]),
    ...(trend === undefined ? [] : [trendAgain(publication, trend, input)]),
  ]
}

const same = (figure: string): RecomputedFigure => ({ figure, outcome: 'same', why: null })
const different = (figure: string): RecomputedFigure => ({ figure, outcome: 'different', why: null })
const gone = (figure: string, why: RecomputedFigure['why']): RecomputedFigure => ({ figure, outcome: 'inputGone', why })

function answersAgain(publication: Publication, { dataset }: RecomputeInput): RecomputedFigure {
  if (dataset === null) return gone('account', 'answersDeleted')
  const { rows } = publication.recipe.input
  const now = rowsNow(publication, dataset)
  if (now !== rows) return gone('account', now < rows ? 'fewerAnswers' : 'moreAnswers')
  return publication.account.answered === rows ? same('account') : different('account')
}

/** How many answers there are of those that a publication is about. */
function rowsNow({ recipe: { part } }: Publication, dataset: Dataset): number {
  if (part === undefined) return dataset.rows
  const column = dataset.columns[part.variable]
  return column?.type === 'single' ? column.codes.filter((code) => code === part.code).length : 0
}

function tablesAgain(
  publication: Publication,
  recipes: readonly FigureRecipe[],
  { dataset, keyedDigest }: RecomputeInput,
): readonly RecomputedFigure[] {
  const { tables, disclosure, recipe } = publication
  if (dataset === null) return tables.map(({ id }) => gone(id, 'answersDeleted'))
  const selected = selectVariables(dataset, planOf(publication, recipes))
  const counted = countedAgain(publication, selected)
  const weighing = weighedAgain(publication, selected)
  const digest = digestOfColumns(keyedDigest, dataset.rows)
  const made = { policy: disclosure.policy, comparisons: recipe.comparisons }
  const why = whyOther(publication, dataset)
  return tables.map((table): RecomputedFigure => {
    const again = counted.find(({ id }) => id === table.id)
    const compared = isCompared(recipe.comparisons.planned, table.subject.name, table.by?.name ?? '')
    const weighed = again && { table: again, classes: weighing?.get(table.id) }
    if (weighed !== undefined && isSameFigure(table, weighed, { ...made, isCompared: compared })) return same(table.id)
    const input = recipes.find(({ figure }) => figure === table.id)?.input
    const isThere = input !== undefined && digest(columnsNamed(selected, input.columns)) === input.digest
    return isThere ? different(table.id) : gone(table.id, why)
  })
}

/** Numbers of publications from before these had recipes, and of parts, are not made again. */
function numberFigures(
  publication: Publication,
  recipes: readonly FigureRecipe[],
  { dataset, ofTables, ...input }: RecomputeInput & { readonly ofTables: readonly FigureRecipe[] },
): readonly RecomputedFigure[] {
  const ofNumbers = recipes.filter((recipe) => !ofTables.includes(recipe))
  if (dataset === null) return ofNumbers.map(({ figure }) => gone(figure, 'answersDeleted'))
  const plan = planOf(publication, ofTables)
  const sources = { ...input, dataset, plan, selected: selectVariables(dataset, plan) }
  return numbersAgain(publication, ofNumbers, sources).map(({ figure, isSame, isInputThere }) => {
    if (isSame) return same(figure)
    return isInputThere ? different(figure) : gone(figure, whyOther(publication, dataset))
  })
}

function whyOther(publication: Publication, dataset: Dataset): NonNullable<RecomputedFigure['why']> {
  const { rows } = publication.recipe.input
  const now = rowsNow(publication, dataset)
  return now === rows ? 'otherAnswers' : now < rows ? 'fewerAnswers' : 'moreAnswers'
}

/** Everything that the recipes name, once. */
function planOf({ recipe: { part, weights }, tables }: Publication, recipes: readonly FigureRecipe[]): ReportPlan {
  const breakdowns = new Map(recipes.flatMap((one) => one.breakdowns.map((by) => [breakdownName(by), by] as const)))
  if (part !== undefined && !breakdowns.has(part.variable)) breakdowns.set(part.variable, { variable: part.variable })
  const crossings = new Map(tables.flatMap(({ by }) => (by?.crossed ? [[by.name, by.crossed] as const] : [])))
  return {
    questions: [...new Set(recipes.map(({ question }) => question))],
    breakdowns: [...breakdowns.values()],
    crossings: [...crossings.values()],
    ...(weights !== 'none' && { basis: { weighted: { by: weights.by } } }),
  }
}

/** The tables as they were counted; of a part its group of each table, as that of everybody. */
function countedAgain({ recipe: { part }, tables }: Publication, selected: SelectedVariables): readonly CountTable[] {
  const counted = tabulate(selected)
  if (part === undefined) return counted
  return counted.flatMap((table): readonly CountTable[] => {
    const at = table.groups.findIndex(({ code }) => code === part.code)
    const [group] = tables.find(({ id }) => id === table.subject.name)?.groups ?? []
    if (table.by?.name !== part.variable || at < 0 || group === undefined) return []
    const { code, label, population } = group
    const [counts, base] = [table.counts[at] ?? [], table.bases[at]]
    const groups = [{ code, label, population }]
    return [{ ...table, id: table.subject.name, by: null, groups, counts: [counts], bases: base ? [base] : [] }]
  })
}

/** It is made of the tables of the publication, and stands or falls with them. */
function missingAgain(publication: Publication, tables: readonly RecomputedFigure[]): RecomputedFigure {
  const again = canonicalJson(representedGroups(publication))
  if (again !== canonicalJson(publication.missing)) return different('missing')
  return { ...(tables.find(({ outcome }) => outcome !== 'same') ?? same('missing')), figure: 'missing' }
}

/** It is made of publications. */
function trendAgain(
  publication: Publication,
  trend: NonNullable<Publication['trend']>,
  { earlier }: RecomputeInput,
): RecomputedFigure {
  const needed = new Set(trend.questions.flatMap(({ points }) => points.map((point) => point.publication)))
  needed.delete(publication.id)
  const rounds = earlier.filter(({ id }) => needed.has(id))
  if (rounds.length < needed.size) return gone('trend', 'publicationRemoved')
  return canonicalJson(trendOf(publication, rounds)) === canonicalJson(trend) ? same('trend') : different('trend')
}
