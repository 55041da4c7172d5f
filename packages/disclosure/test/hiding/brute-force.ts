import type { CellRange, CellSystem } from '@klankbord/disclosure'

const STEPS = 40_000

/**
 * What hidden cells can be, by trying every whole number for one after another and working out what follows from the sums.
 * It shares nothing with the programs under test. Null when there is too much to try.
 *
 * @param most no cell is larger than this
 */
export function triedRanges(system: CellSystem, hidden: readonly number[], most: number): readonly CellRange[] | null {
  const isHidden = new Set(hidden)
  const values = system.cells.map(({ value }, cell) => (isHidden.has(cell) ? null : value))
  const found = new Map(hidden.map((cell) => [cell, { cell, least: Infinity, most: -Infinity }]))
  let steps = 0
  const attempt = (known: readonly (number | null)[]): boolean => {
    steps += 1
    if (steps > STEPS) return false
    const settled = followed(system, known)
    if (!settled) return true
    const next = nextOf(system, settled)
    if (next === null) {
      for (const [cell, range] of found) {
        const value = settled[cell] ?? 0
        found.set(cell, { cell, least: Math.min(range.least, value), most: Math.max(range.most, value) })
      }
      return true
    }
    for (let value = 0; value <= most; value += 1) {
      if (!attempt(settled.with(next, value))) return false
    }
    return true
  }
  return attempt(values) ? hidden.flatMap((cell) => found.get(cell) ?? []) : null
}

/** Fills in what sums with one unknown say; null when a sum cannot hold. */
function followed({ relations }: CellSystem, start: readonly (number | null)[]): (number | null)[] | null {
  const values = [...start]
  for (let isNew = true; isNew;) {
    isNew = false
    for (const { total, parts } of relations) {
      const open = [total, ...parts].filter((cell) => values[cell] === null)
      const sum = parts.reduce((all, part) => all + (values[part] ?? 0), 0)
      const whole = values[total] ?? null
      if (whole !== null && (sum > whole || (open.length === 0 && sum !== whole))) return null
      const [only] = open
      if (open.length !== 1 || only === undefined) continue
      values[only] = whole === null ? sum : whole - sum
      isNew = true
    }
  }
  return values
}

/** The unknown in the sum with the fewest unknowns. */
function nextOf({ relations }: CellSystem, values: readonly (number | null)[]): number | null {
  let [best, fewest] = [values.indexOf(null), Infinity]
  for (const { total, parts } of relations) {
    const open = [total, ...parts].filter((cell) => values[cell] === null)
    const [first] = open
    if (first !== undefined && open.length < fewest) [best, fewest] = [first, open.length]
  }
  return best < 0 ? null : best
}
