import type { CoachedQuestion } from '../coached-question.ts'
import type { WholeRule } from '../rule.ts'
import type { Words } from '../words/words.ts'
import { scaleOptions, sideOf } from './scale-words.ts'

type Sort = 'judgement' | 'frequency' | 'amount' | 'yesNo' | 'marks'

interface Direction {
  readonly sort: Sort
  readonly rises: boolean
}

/** Scales of one sort that run in different directions. The fewer of the two are named; of as many, the later ones. */
export const scaleOrder: WholeRule = {
  name: 'scale-order',
  look: (questions, words) => {
    const directed = questions.flatMap((question) => {
      const direction = directionOf(question, words)
      return direction === null ? [] : [{ question, ...direction }]
    })
    return (['judgement', 'frequency', 'amount', 'yesNo', 'marks'] as const).flatMap((sort) => {
      const same = directed.filter((one) => one.sort === sort)
      const rising = same.filter(({ rises }) => rises)
      const falling = same.filter(({ rises }) => !rises)
      if (rising.length === 0 || falling.length === 0) return []
      const first = same[0]?.rises === true ? rising : falling
      const second = first === rising ? falling : rising
      const odd = first.length < second.length ? first : second
      const usual = odd === first ? second[0] : first[0]
      return odd.map(({ question }) => ({
        question,
        remark: { text: labels(question, words), values: { other: usual?.question.title.text ?? '' } },
      }))
    })
  },
}

const labels = (question: CoachedQuestion, words: Words): string =>
  scaleOptions(question.options, words)
    .map(({ text }) => text)
    .join(' · ')

/** Which way a scale runs, by its two ends; null when it is no scale. */
function directionOf({ question, options }: CoachedQuestion, words: Words): Direction | null {
  const steps = scaleOptions(options, words)
  const [first, last] = [steps[0]?.lower, steps.at(-1)?.lower]
  if (question.type === 'checkbox' || question.type === 'ranking' || first === undefined || last === undefined)
    return null
  if (steps.length < 2) return null
  return (
    marks(steps.map(({ lower }) => lower)) ??
    between(sideOf(first, words), sideOf(last, words), 'judgement') ??
    between(endOf(first, words.scale.frequency), endOf(last, words.scale.frequency), 'frequency') ??
    between(endOf(first, words.scale.amount), endOf(last, words.scale.amount), 'amount') ??
    between(endOf(first, words.scale.yesNo), endOf(last, words.scale.yesNo), 'yesNo')
  )
}

function marks(steps: readonly string[]): Direction | null {
  const numbers = steps.map((step) => /^\d+(?=$|\s*[(:=-])/.exec(step)?.[0])
  if (numbers.includes(undefined) || numbers.length < 3) return null
  return { sort: 'marks', rises: Number(numbers[0]) < Number(numbers.at(-1)) }
}

function between(first: number | null, last: number | null, sort: Sort): Direction | null {
  return first === null || last === null || first * last >= 0 ? null : { sort, rises: first < last }
}

function endOf(lower: string, ends: Words['scale']['amount']): number | null {
  if (ends.little.isIn(lower)) return -1
  return ends.much.isIn(lower) ? 1 : null
}
