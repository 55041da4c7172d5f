import { numberFigure, type Column, type Dataset, type FigureRecipe, type ReleasedNumbers } from '@klankbord/model'
import type { NumberSubject } from '../numbers/number-subject.ts'
import type { SelectedVariables } from '../select-variables.ts'
import { digestOfColumns, type KeyedDigest } from './digest-of-columns.ts'
import { columnsNamed, namesBehind, weightsText, type CommonRecipe } from './figure-recipes.ts'

/** How each number was made, with a digest of what it was made of: answers as people gave them, and its groups. */
export function numberRecipes(
  numbers: readonly ReleasedNumbers[],
  subjects: readonly NumberSubject[],
  { selected, dataset }: { readonly selected: SelectedVariables; readonly dataset: Dataset },
  { recipe, date, breakdowns, rows }: CommonRecipe,
  keyed: KeyedDigest,
): readonly FigureRecipe[] {
  const digest = digestOfColumns(keyed, rows)
  const { level, version } = recipe
  return numbers.flatMap(({ id, subject, by, groups }): readonly FigureRecipe[] => {
    const own = subjects.find(({ name }) => name === subject.name)
    if (own === undefined) return []
    const { used, names } = namesBehind(by === null ? [] : breakdownsOf(by.name, selected), recipe, breakdowns)
    const whole = numbers.find((one) => one.by === null && one.subject.name === subject.name)
    const [everybody] = (by === null ? groups : whole?.groups) ?? []
    return [
      {
        figure: numberFigure(id),
        question: subject.name,
        breakdowns: used,
        base: 'valid',
        n: everybody === undefined || everybody.status === 'hidden' ? null : everybody.n,
        interval: 'student',
        level,
        weights: weightsText(recipe),
        version,
        date,
        input: {
          columns: [...own.of, ...names],
          digest: digest(numberColumns(own, names, { selected, dataset })),
        },
      },
    ]
  })
}

/** The breakdowns that are crossed in a split, or the one that it is. */
function breakdownsOf(name: string, { crossings }: SelectedVariables): readonly string[] {
  const crossed = crossings.find(
    ({ breakdowns: [first, second] }) => `${first.variable.name}×${second.variable.name}` === name,
  )
  return crossed === undefined ? [name] : crossed.breakdowns.map(({ variable }) => variable.name)
}

/** The columns that a number is made of: of its own the answers as they were given, whatever bands a plan puts on them. */
export function numberColumns(
  { of }: Pick<NumberSubject, 'of'>,
  names: readonly string[],
  { selected, dataset }: { readonly selected: SelectedVariables; readonly dataset: Dataset },
): readonly Column[] {
  return [...of.flatMap((name) => dataset.columns[name] ?? []), ...columnsNamed(selected, names)]
}
