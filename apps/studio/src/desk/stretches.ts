/** From `start` up to `end` in a text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The words of a text in their order, with their places; what stands between them belongs to none. */
export function wordsOf(text: string): readonly Stretch[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
}

/** The places of the words that touch a stretch which likely holds personal data. */
export function wordsIn(words: readonly Stretch[], found: readonly Stretch[]): ReadonlySet<number> {
  const touched = words.flatMap((word, at) =>
    found.some(({ start, end }) => word.start < end && start < word.end) ? [at] : [],
  )
  return new Set(touched)
}

/** The chosen words as stretches; those next to each other are one, with what is between them. */
export function stretchesOf(words: readonly Stretch[], chosen: ReadonlySet<number>): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const [at, word] of words.entries()) {
    if (!chosen.has(at)) continue
    const last = stretches.at(-1)
    if (last !== undefined && chosen.has(at - 1)) stretches[stretches.length - 1] = { start: last.start, end: word.end }
    else stretches.push(word)
  }
  return stretches
}
