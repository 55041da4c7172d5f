/** The fewest answers that may be mixed together, the usual number of them, and the most. */
export const PORTION = { least: 20, usual: 20, most: 1000 }

/** A portion as it was typed; null for what cannot be one. @example portionOf('25') // 25 */
export function portionOf(typed: string): number | null {
  const portion = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return portion >= PORTION.least && portion <= PORTION.most ? portion : null
}
