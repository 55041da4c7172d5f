import {
  breakdownName,
  type Breakdown,
  type Column,
  type FigureRecipe,
  type Recipe,
  type ReleasedTable,
} from '@klankbord/model'
import type { SelectedVariables } from '../select-variables.ts'
import { digestOfColumns, type KeyedDigest } from './digest-of-columns.ts'

/** What all figures of a publication have in common. */
export interface CommonRecipe {
  readonly recipe: Pick<Recipe, 'interval' | 'level' | 'weights' | 'version'>
  /** ISO date. */
  readonly date: string
  readonly breakdowns: readonly Breakdown[]
  readonly rows: number
}

/** How each table was made, with a digest of the columns that it was counted from. */
export function figureRecipes(
  tables: readonly ReleasedTable[],
  selected: SelectedVariables,
  { recipe, date, breakdowns, rows }: CommonRecipe,
  keyed: KeyedDigest,
): readonly FigureRecipe[] {
  const digest = digestOfColumns(keyed, rows)
  const { interval, level, version } = recipe
  return tables.map(({ id, subject, by, groups }) => {
    const own = [subject.name, ...(by === null ? [] : (by.crossed ?? [by.name]))]
    const { used, names } = namesBehind(own, recipe, breakdowns)
    const whole = tables.find((table) => table.by === null && table.subject.name === subject.name)
    const [everybody] = (by === null ? groups : whole?.groups) ?? []
    return {
      figure: id,
      question: subject.name,
      breakdowns: used,
      base: 'valid',
      n: everybody === undefined || everybody.status === 'hidden' ? null : everybody.base.valid,
      interval,
      level,
      weights: weightsText(recipe),
      version,
      date,
      input: { columns: names, digest: digest(columnsNamed(selected, names)) },
    }
  })
}

/** The columns behind a figure of these variables, weights and coarser breakdowns among them, and the breakdowns among these. */
export function namesBehind(
  own: readonly string[],
  { weights }: CommonRecipe['recipe'],
  breakdowns: readonly Breakdown[],
): { readonly names: readonly string[]; readonly used: readonly Breakdown[] } {
  const weighted = weights === 'none' ? [] : weights.by
  const names = withCoarser([...new Set([...own, ...weighted])], breakdowns)
  return { names, used: breakdowns.filter((breakdown) => names.includes(breakdownName(breakdown))) }
}

/** How people were weighed, in one line. */
export function weightsText({ weights }: CommonRecipe['recipe']): string {
  return weights === 'none' ? 'none' : `${weights.method}:${weights.by.join(',')}`
}

/** With the breakdowns in which others lie: by what they are is known which group lies in which. */
function withCoarser(names: readonly string[], breakdowns: readonly Breakdown[]): readonly string[] {
  const coarser = breakdowns.flatMap((breakdown) =>
    breakdown.within !== undefined && names.includes(breakdownName(breakdown)) ? [breakdown.within] : [],
  )
  const more = coarser.filter((name) => !names.includes(name))
  return more.length === 0 ? names : withCoarser([...names, ...more], breakdowns)
}

/** The columns of questions, breakdowns and what is weighted by, as they are counted. */
export function columnsNamed(
  { questions, breakdowns, weighting }: SelectedVariables,
  names: readonly string[],
): readonly Column[] {
  return names.flatMap((name) => {
    const found = [...questions, ...breakdowns, ...weighting].find(({ variable }) => variable.name === name)
    return found === undefined ? [] : [found.column]
  })
}
