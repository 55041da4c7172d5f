import type { CoachedOption } from '../coached-question.ts'
import type { QuestionRule } from '../rule.ts'
import type { Words } from '../words/words.ts'
import { scaleOptions, sideOf } from './scale-words.ts'

const FEWEST = 3
const ONE_ANSWER: ReadonlySet<string> = new Set(['radiogroup', 'dropdown', 'rating', 'imagepicker', 'matrix'])

/** A scale from bad to good with more steps on the one side than on the other. */
export const unbalancedScale: QuestionRule = {
  name: 'unbalanced-scale',
  look: ({ question, options }, words) => {
    const steps = scaleOptions(options, words)
    if (!ONE_ANSWER.has(question.type) || steps.length < FEWEST) return null
    const counted = sidesOfToo(steps, words) ?? sidesOf(steps, words)
    if (counted === null || counted.one === counted.other) return null
    return {
      text: steps.map(({ text }) => text).join(' · '),
      values: { one: Math.max(counted.one, counted.other), other: Math.min(counted.one, counted.other) },
    }
  },
}

interface Sides {
  readonly one: number
  readonly other: number
}

function sidesOf(steps: readonly CoachedOption[], words: Words): Sides | null {
  const sides = steps.map(({ lower }) => sideOf(lower, words))
  const bad = steps.filter((_, index) => sides[index] === -1)
  // A scale that begins at nothing goes one way only.
  const fromNothing = bad.length < 2 && steps.some(({ lower }) => words.scale.none.opens(lower))
  if (fromNothing || sides.includes(null)) return null
  const good = steps.filter((_, index) => sides[index] === 1)
  // "Niet zwaar, zwaar, heel zwaar" begins at nothing too.
  if (good.length > 0 && good.every(({ lower }) => words.scale.negative.isIn(lower))) return null
  const one = good.length
  const other = bad.length
  return one + other < 2 ? null : { one, other }
}

/** "Te laag, goed, te hoog": the sides are what there is too much of. */
function sidesOfToo(steps: readonly CoachedOption[], words: Words): Sides | null {
  const tooMuch = steps.map(({ lower }) => words.scale.too.find(lower).at(-1)?.words)
  const kinds = tooMuch.filter((kind) => kind !== undefined)
  if (kinds.length < 2) return null
  const one = kinds.filter((kind) => kind === kinds[0]).length
  return { one, other: kinds.length - one }
}
