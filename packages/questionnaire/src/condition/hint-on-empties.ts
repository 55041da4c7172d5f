import type { Scope } from './scope.ts'
import type { Typed } from './typed.ts'

/** Don't know is kept as -3, and a sum with it is seldom what is meant. */
export function hintOnEmpties({ kind, name, options = [] }: Typed, scope: Scope): void {
  if (kind !== 'number') return
  const { list, path, element } = scope
  for (const { empty, value } of options)
    if (empty !== undefined)
      list.hint('calculationOnEmptyCode', path, { question: name, element, value: String(value) })
}
