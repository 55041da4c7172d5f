/** A word with what a reader of names wants to know of it. */
export interface TextWord {
  readonly text: string
  /** In small letters. */
  readonly lower: string
  readonly start: number
  readonly end: number
  readonly shape: 'small' | 'capital' | 'capitals' | 'initial'
  /** Nothing but a space, or a dot and a space, stands between it and the word before. */
  readonly near: boolean
  /** Near, with a comma or a line end allowed as well. */
  readonly next: boolean
  readonly beginsSentence: boolean
}

const WORD = /['’]?\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu
const NEAR = /^\.?[ \u00a0]{1,2}$|^\.$/
const NEXT = /^[.,:]?\s{1,3}$/
const ENDS_SENTENCE = /[.?!:;\n•*"“”„(]/
const CAPITAL_FIRST = /^\p{Lu}/u
const SMALL = /\p{Ll}/u
/** An abbreviation before a name, so that its dot ends nothing. */
const WITH_DOT = /^(?:mw|mevr|dhr|dr|drs|ds|mr|mrs|ms|st)$/

/** The words of a text in their order. */
export function textWords(text: string): readonly TextWord[] {
  const words: TextWord[] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const last = words.at(-1)
    const gap = text.slice(last?.end ?? 0, index)
    // One space, as between most words, needs no looking at.
    const usual = last !== undefined && gap === ' '
    const shape = shapeOf(word)
    words.push({
      text: word,
      lower: shape === 'small' && !word.includes('’') ? word : word.toLowerCase().replaceAll('’', "'"),
      start: index,
      end: index + word.length,
      shape,
      near: usual || (last !== undefined && NEAR.test(gap)),
      next: usual || (last !== undefined && NEXT.test(gap)),
      beginsSentence: last === undefined || (!usual && endsSentence(gap, last)),
    })
  }
  return words
}

const SMALL_A = 97
const SMALL_Z = 122

function shapeOf(word: string): TextWord['shape'] {
  const first = word.charCodeAt(0)
  if (first >= SMALL_A && first <= SMALL_Z) return 'small'
  if (!CAPITAL_FIRST.test(word)) return 'small'
  if (SMALL.test(word)) return 'capital'
  return Array.from(word).length === 1 ? 'initial' : 'capitals'
}

function endsSentence(gap: string, { lower, shape }: Pick<TextWord, 'lower' | 'shape'>): boolean {
  if (/^\.\s?$/.test(gap) && (WITH_DOT.test(lower) || shape === 'initial')) return false
  return ENDS_SENTENCE.test(gap)
}
