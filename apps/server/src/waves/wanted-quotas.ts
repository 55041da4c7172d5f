import { problem, type Category, type Quotas, type Variable } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import type { PlannedWave } from './planned-wave.ts'

/** How many responses at most, as staff say it: answers by value, code or words. */
export interface WantedQuotas {
  readonly total?: number | undefined
  readonly by?: { readonly variable: string; readonly most: Readonly<Record<string, number>> } | undefined
}

/**
 * Limits as the database counts by them. Where codes are anonymous none is below the least group: whoever comes to a full
 * wave learns that so many took part.
 *
 * @throws Problem `quotaVariableRefused`, `quotaAnswerUnknown`, `quotaTooSmall`
 * @example quotasOf(wave, { by: { variable: 'area', most: { Oost: 60 } } }).by // { variable: 'area', position: 3, most: { '1': 60 } }
 */
export function quotasOf({ questionnaire, mode, leastGroup }: PlannedWave, { total, by }: WantedQuotas): Quotas {
  const least = mode === 'codeAnonymous' ? leastGroup : 1
  for (const most of [...(total === undefined ? [] : [total]), ...Object.values(by?.most ?? {})])
    if (most < least) throw problem('quotaTooSmall', { most, least })
  const limits = by && limitsBy(codebook(questionnaire).variables, by)
  return { ...(total !== undefined && { total }), ...(limits && { by: limits }) }
}

function limitsBy(
  variables: readonly Variable[],
  { variable: name, most }: NonNullable<WantedQuotas['by']>,
): NonNullable<Quotas['by']> {
  const countable = variables.filter(({ type, source }) => type === 'single' && source.kind === 'question')
  const variable = countable.find((one) => one.name === name)
  if (variable === undefined)
    throw problem('quotaVariableRefused', { variable: name, known: countable.map((one) => one.name) })
  const limits = Object.entries(most).map(([answer, limit]) => {
    const category = categoryNamed(variable.categories, answer)
    if (category === undefined) {
      const known = variable.categories.map(({ value }) => String(value))
      throw problem('quotaAnswerUnknown', { variable: name, answer, known })
    }
    return [String(category.code), limit] as const
  })
  // Positions in an array of the database count from 1.
  return { variable: name, position: variable.slot + 1, most: Object.fromEntries(limits) }
}

/** The category that somebody means: its value, its code, or its words in any language. */
export function categoryNamed(categories: readonly Category[], named: string): Category | undefined {
  const plain = named.trim().toLowerCase()
  const called = ({ value, code, label }: Category): readonly string[] => [
    String(value),
    String(code),
    ...Object.values(label).map((words) => words ?? ''),
  ]
  return (
    categories.find(({ value }) => String(value) === named) ??
    categories.find((category) => called(category).some((name) => name.trim().toLowerCase() === plain))
  )
}
