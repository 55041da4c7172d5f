import type { Dataset } from '@klankbord/model'
import { narrowByVariable, type Narrow, type VariableCondition } from './narrow-by-variable.ts'
import { noBits, notSelected, type Selection } from './selection.ts'

/** Conditions on variables, joined. `not` holds of all others, also of those without an answer to what is asked. */
export type RowCondition =
  | VariableCondition
  | { readonly and: readonly RowCondition[] }
  | { readonly or: readonly RowCondition[] }
  | { readonly not: RowCondition }

/**
 * The rows of a dataset of which a condition holds. A part that comes first in an `and` is the only one that looks at
 * every row, so the rarest comes best first.
 *
 * @example
 * rowsWhere(dataset, { and: [{ variable: 'area', anyOf: [3] }, { variable: 'wait', to: 14 }] })
 * @throws Problem `unknownVariable`; `conditionNotUsable` when a variable cannot be asked this, or has no such code
 */
export function rowsWhere(dataset: Dataset, condition: RowCondition): Selection {
  const all = notSelected({ rows: dataset.rows, bits: noBits(dataset.rows) })
  narrowing(dataset, condition)(all.bits)
  return all
}

function narrowing(dataset: Dataset, condition: RowCondition): Narrow {
  if ('and' in condition) {
    const parts = condition.and.map((part) => narrowing(dataset, part))
    return (bits) => {
      for (const part of parts) part(bits)
    }
  }
  if ('or' in condition) return toAnyOf(condition.or.map((part) => narrowing(dataset, part)))
  if ('not' in condition) return toOthersThan(narrowing(dataset, condition.not))
  return narrowByVariable(dataset, condition)
}

/** Each part only looks at rows that none before it found. */
function toAnyOf(parts: readonly Narrow[]): Narrow {
  return (bits) => {
    const left = bits.slice()
    for (const part of parts) {
      const found = left.slice()
      part(found)
      takeOut(left, found)
    }
    takeOut(bits, left)
  }
}

function toOthersThan(part: Narrow): Narrow {
  return (bits) => {
    const found = bits.slice()
    part(found)
    takeOut(bits, found)
  }
}

function takeOut(bits: Uint32Array, others: Uint32Array): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] ?? 0) & ~(others[word] ?? 0)
}
