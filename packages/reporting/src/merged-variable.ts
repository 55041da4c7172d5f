import { problem, type Breakdown, type Category, type Merge } from '@klankbord/model'
import type { SingleVariable } from './banded-variable.ts'

/**
 * Takes codes of a single choice together. A merge stands where the first of its codes stood; codes that are in no
 * merge, and kinds of empty, stay what they are.
 *
 * @example mergedVariable(support, { variable: 'support', merges: [{ code: 9, label: { nl: 'Hulp' }, of: [2, 3] }] })
 * @throws Problem `mergesOverlap`
 */
export function mergedVariable(single: SingleVariable, { variable: name, merges = [] }: Breakdown): SingleVariable {
  const { variable, column } = single
  if (merges.length === 0) return single
  refuseOverlap(name, variable.categories, merges)
  const into = new Map(merges.flatMap((merge) => merge.of.map((code) => [code, merge] as const)))
  const categories = variable.categories.flatMap((category): readonly Category[] => {
    const merge = into.get(category.code)
    if (merge === undefined) return [category]
    return merge.of[0] === category.code ? [{ code: merge.code, value: merge.code, label: merge.label }] : []
  })
  const codes = column.codes.map((code) => into.get(code)?.code ?? code)
  return { variable: { ...variable, categories }, column: { type: 'single', codes } }
}

function refuseOverlap(breakdown: string, categories: readonly Category[], merges: readonly Merge[]): void {
  const free = new Set(categories.flatMap(({ code, empty }) => (empty === undefined ? [code] : [])))
  const refuse = (code: number): never => {
    throw problem('mergesOverlap', { breakdown, code })
  }
  for (const { code, of } of merges) {
    for (const one of of) if (!free.delete(one)) refuse(one)
    if (of.length === 0) refuse(code)
  }
  for (const { code } of merges) {
    if (code < 0 || free.has(code)) refuse(code)
    free.add(code)
  }
}
