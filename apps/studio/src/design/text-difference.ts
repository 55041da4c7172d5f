/** What two texts do not share, as lines. */
export interface TextDifference {
  /** The line, from 1, where they part; the same in both. */
  readonly line: number
  readonly mine: string
  readonly theirs: string
}

/** Lines that both have, shown before and after to say where one is. */
const AROUND = 2

/**
 * The one stretch of lines in which two texts differ, with a few shared lines around it.
 *
 * @example differenceOf('a\nb\nc', 'a\nX\nc') // { line: 1, mine: 'a\nb\nc', theirs: 'a\nX\nc' }
 */
export function differenceOf(mine: string, theirs: string): TextDifference {
  const left = mine.split('\n')
  const right = theirs.split('\n')
  const shortest = Math.min(left.length, right.length)
  let before = 0
  while (before < shortest && left[before] === right[before]) before++
  let after = 0
  while (after < shortest - before && left.at(-1 - after) === right.at(-1 - after)) after++
  const from = Math.max(0, before - AROUND)
  const rest = Math.max(0, after - AROUND)
  const cut = (lines: readonly string[]): string => lines.slice(from, lines.length - rest).join('\n')
  return { line: from + 1, mine: cut(left), theirs: cut(right) }
}
