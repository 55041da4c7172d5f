const LONGEST_GAP = 5
const EDGE_BEFORE = String.raw`(?<![\p{L}\p{N}])`
const EDGE_AFTER = String.raw`(?![\p{L}\p{N}])`
const LETTERS = String.raw`[\p{L}\-]*`
const GAP = String.raw`\s+(?:[^\s.?!]+\s+){0,${LONGEST_GAP}}`
// Characters that mean something in a regular expression and nothing in a list of words.
const LITERAL = /[.?+$^[\]{}\\]/g

/** A list of words as one regular expression, which says in another way what `WordPattern` has to find. */
export function referencePattern(entries: readonly string[]): RegExp {
  return new RegExp(`${EDGE_BEFORE}(?:${entries.map(sourceOf).join('|')})${EDGE_AFTER}`, 'gu')
}

function sourceOf(entry: string): string {
  return entry
    .replaceAll(LITERAL, String.raw`\$&`)
    .replaceAll(' … ', GAP)
    .replaceAll('*', LETTERS)
    .replaceAll(' ', String.raw`\s+`)
}
