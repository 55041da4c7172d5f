import type { Sentence } from '../read-text.ts'
import type { TextRule } from '../rule.ts'
import { wordRuns } from '../word-runs.ts'
import type { Words } from '../words/words.ts'

const LONGEST_TAG = 2
// Capitals on both sides: "Sand Street and Mill Lane" are names.
const NAMES = /\p{Lu}[\p{L}\d]*\s+(?:en|and|&)\s+(?:\p{Lu}|\d)/gu
const NUMBERS = /\d\S*\s+(?:en|and)\s+\S*\d/gu

/** One answer is asked for two things: two questions, or something joined by "en" that is not one thing. */
export const doubleQuestion: TextRule = {
  name: 'double-question',
  roles: ['title'],
  look: ({ sentences }, words) => {
    const asked = sentences.filter(({ asks }) => asks)
    const [first, ...more] = asked
    const second = more.find((sentence) => first !== undefined && isOwnQuestion(sentence, words))
    if (first !== undefined && second !== undefined) return [{ text: `${first.text} ${second.text}` }]
    const judged = asked.length > 0 ? asked : sentences
    return judged.flatMap((sentence) => (joinsTwo(sentence, words) ? [{ text: sentence.text }] : []))
  },
}

/** Whether a second question asks for an answer of its own; "Or not?" and "Right?" do not. */
function isOwnQuestion({ lower }: Sentence, words: Words): boolean {
  return wordRuns(lower).length > LONGEST_TAG && !words.tags.opens(lower)
}

function joinsTwo({ text, unquoted, asks }: Sentence, words: Words): boolean {
  if (!asks && words.orders.opens(unquoted)) return false
  const named = [...text.matchAll(NAMES), ...text.matchAll(NUMBERS)].map(([found]) => found.toLowerCase())
  let rest = withoutScene(unquoted, words)
  for (const name of named) rest = rest.replace(name, ' ')
  rest = words.joinedApart.takenFrom(rest.replaceAll(/\([^)]*\)/g, ' '))
  // A list that begins the sentence opens nothing: "En hoe gaat het nu?"
  return words.joins.isIn(rest.replace(/^(?:en|and)\s/, ''))
}

/** Without the clause that sets the scene: "Toen u belde en niemand opnam, wat deed u toen?" */
function withoutScene(sentence: string, words: Words): string {
  if (!words.openings.opens(sentence)) return sentence
  const comma = sentence.lastIndexOf(',')
  return comma < 0 ? sentence : sentence.slice(comma + 1)
}
