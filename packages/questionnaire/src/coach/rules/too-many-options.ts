import type { QuestionRule } from '../rule.ts'

/** From how many options a list is long. */
export const LONG_LIST = 10

/** A long list to read and compare. A known list in which one looks something up, or a row of marks, is not one. */
export const tooManyOptions: QuestionRule = {
  name: 'too-many-options',
  look: ({ question, title, options }, words) => {
    const read = options.filter(({ wayOut }) => !wayOut)
    if (question.type === 'matrix' || question.type === 'rating' || read.length < LONG_LIST) return null
    const numbers = read.filter(({ lower }) => /^\d+$/.test(lower.split(' ')[0] ?? '') && lower.split(' ').length < 3)
    const bare = read.filter(({ lower }) => /^\d+(?:[.:]\d+)?$/.test(lower))
    const known = read.filter(({ lower }) => words.knownMembers.opens(lower))
    const looked = question.type === 'dropdown' ? numbers.length : bare.length
    if (Math.max(looked, known.length) >= read.length * 0.7) return null
    if (question.type === 'dropdown' && words.knownAsked.isIn(title.lower)) return null
    return { text: title.text, values: { count: read.length } }
  },
}
