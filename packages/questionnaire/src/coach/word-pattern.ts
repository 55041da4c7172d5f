const LONGEST_GAP = 5
const EDGE_BEFORE = String.raw`(?<![\p{L}\p{N}])`
const EDGE_AFTER = String.raw`(?![\p{L}\p{N}])`
const LETTERS = String.raw`[\p{L}\-]*`
const GAP = String.raw`\s+(?:[^\s.?!]+\s+){0,${LONGEST_GAP}}`
// Characters that mean something in a regular expression and nothing in a list of words.
const LITERAL = /[.?+$^[\]{}\\]/g
const NOTHING = /(?!)/gu

/**
 * One expression for a list of words and phrases, for a text in lower case. A `*` stands for the rest of a word, `…`
 * between two spaces for up to five words, `(a|b)` for a choice. Only whole words match.
 *
 * @example 'de zelfredzaamheid'.match(wordPattern(['zelfredzaam*'])) // ['zelfredzaamheid']
 */
export function wordPattern(entries: readonly string[]): RegExp {
  if (entries.length === 0) return NOTHING
  // By first letter, so that the expression tries only the few entries that can match at a place.
  const byFirst = new Map<string, string[]>()
  for (const entry of entries) {
    const first = /^[\p{L}\p{N}]/u.test(entry) && !entry.includes('|') ? entry.slice(0, 1) : ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
  }
  const groups = [...byFirst].map(([first, group]) => {
    // The longest first, so that a phrase wins from a word that begins it.
    const rests = group.map((entry) => entry.slice(first.length)).toSorted((a, b) => b.length - a.length)
    return `${first}(?:${rests.map(sourceOf).join('|')})`
  })
  return new RegExp(`${EDGE_BEFORE}(?:${groups.join('|')})${EDGE_AFTER}`, 'gu')
}

function sourceOf(entry: string): string {
  return entry
    .replaceAll(LITERAL, String.raw`\$&`)
    .replaceAll(' … ', GAP)
    .replaceAll('*', LETTERS)
    .replaceAll(/ (?!\+)/g, String.raw`\s+`)
}
