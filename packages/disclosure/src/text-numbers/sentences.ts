/** Where a sentence stands in a text: from `start` up to `end`. */
export interface Sentence {
  readonly start: number
  readonly end: number
}

/**
 * The sentences of a text, which together are all of it. A stop ends one when white space follows, so that "1.204" and
 * "www.example.nl" stay whole.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const ends = [...text.matchAll(/(?:[.!?…؟。！？]+["”’»)]*(?=\s)|\n)\s*/gu)].map(
    (match) => match.index + match[0].length,
  )
  const starts = [0, ...ends].filter((start) => start < text.length)
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }))
}
