import { EMPTY_CODES, variableOf, type Codebook, type EmptyKind, type Variable } from '@klankbord/model'

/**
 * The kinds of empty that a variable can hold, in the order of their codes: `skipped` always, `notAsked` where it is not
 * for everybody, and those that an option stands for. A duration can hold those of its amount and its unit. Kinds that
 * only paper has are left out.
 *
 * @example emptyKindsOf(codebook, variableOf(codebook, 'quick')) // ['skipped', 'dontKnow']
 */
export function emptyKindsOf(codebook: Codebook, variable: Variable): readonly EmptyKind[] {
  const { universe, categories, source } = variable
  const found = new Set<EmptyKind>(['skipped', ...categories.flatMap(({ empty }) => empty ?? [])])
  if (universe || source.kind === 'derived') found.add('notAsked')
  for (const part of source.of ?? [])
    for (const kind of emptyKindsOf(codebook, variableOf(codebook, part))) found.add(kind)
  return [...found].toSorted((one, other) => EMPTY_CODES[other] - EMPTY_CODES[one])
}
