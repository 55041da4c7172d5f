import type { Advice } from '../api/api-types.ts'

/** What the language coach says of one text. */
export interface AdvisedText {
  /** JSON pointer into the definition. */
  readonly path: string
  /** The longest stretch that an indication quotes. */
  readonly text: string
  readonly advice: readonly Advice[]
}

/**
 * Indications by the text that they are about, in the order of the texts.
 *
 * @example adviceByPlace(advice).map(({ advice }) => advice.length) // [3, 1]
 */
export function adviceByPlace(advice: readonly Advice[]): readonly AdvisedText[] {
  const texts = new Map<string, AdvisedText>()
  for (const one of advice) {
    const { path, text } = one
    const known = texts.get(path) ?? { path, text: '', advice: [] }
    const longest = text.length > known.text.length ? text : known.text
    texts.set(path, { path, text: longest, advice: [...known.advice, one] })
  }
  return [...texts.values()]
}
