import type { Owner } from './hiding-draft.ts'
import { lineAt, type Lines } from './lines.ts'

/**
 * Which tables go because something of these cannot be protected: each that is not gone yet, and of one that is, those whose
 * groups still add up to its rows.
 */
export function gonerOf(stuck: readonly Owner[], gone: ReadonlySet<string>, { lines, sums }: Lines): readonly string[] {
  const addingUpTo = (name: string): readonly string[] =>
    sums.flatMap(({ by, total }) => (lineAt(lines, total).by === name && by !== name ? [by] : []))
  const going = stuck.flatMap(({ by }) => (by === null ? [] : gone.has(by) ? addingUpTo(by) : [by]))
  return [...new Set(going)].filter((name) => !gone.has(name))
}
