import type { QuestionRule } from '../rule.ts'
import { bandOf, overlap } from './number-band.ts'

const ONE_ANSWER: ReadonlySet<string> = new Set(['radiogroup', 'dropdown', 'imagepicker'])

/** Two answers of which one may be chosen that share a number: "18–25" and "25–35". */
export const overlappingOptions: QuestionRule = {
  name: 'overlapping-options',
  look: ({ question, options }, words) => {
    if (!ONE_ANSWER.has(question.type)) return null
    const banded = options.flatMap(({ text, lower, wayOut }) => {
      const band = wayOut ? null : bandOf(lower, words)
      return band === null ? [] : [{ text, band, isWide: band.low < band.high }]
    })
    for (const [index, one] of banded.entries()) {
      const other = banded
        .slice(index + 1)
        .find(({ band, isWide }) => (isWide || one.isWide) && overlap(one.band, band))
      if (other !== undefined)
        return { text: `${one.text} · ${other.text}`, values: { one: one.text, other: other.text } }
    }
    return null
  },
}
