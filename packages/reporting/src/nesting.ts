import { problem } from '@klankbord/model'
import type { SingleVariable } from './banded-variable.ts'

/** A breakdown whose groups lie whole in those of a coarser one: the coarser code by the finer. */
export interface Nesting {
  readonly within: string
  readonly codes: ReadonlyMap<number, number | null>
}

/** A breakdown under the name that it has in the tables, with the coarser one in which its groups lie. */
export interface SelectedBreakdown extends SingleVariable {
  readonly nesting?: Nesting
}

/**
 * In which group of the coarser breakdown each group of the finer lies, as the answers have it. A group without answers lies
 * in none.
 *
 * @throws Problem `breakdownsDoNotNest` when somebody in a group lies elsewhere than the others
 */
export function nestingOf(finer: SingleVariable, coarser: SingleVariable): Nesting {
  const [breakdown, within] = [finer.variable.name, coarser.variable.name]
  const codes = new Map<number, number | null>()
  for (const [row, code] of finer.column.codes.entries()) {
    if (code < 0) continue
    const lies = coarser.column.codes[row] ?? -1
    const group = lies < 0 ? null : lies
    if (codes.has(code) && codes.get(code) !== group) throw problem('breakdownsDoNotNest', { breakdown, within, code })
    codes.set(code, group)
  }
  return { within, codes }
}
