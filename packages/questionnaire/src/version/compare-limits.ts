import type { Question } from '@klankbord/model'
import { changeAt, type Place, type VersionChange } from './version-change.ts'

/** Limits by name; `low` from below and `high` from above. */
const LIMITS: readonly (readonly [name: string, side: 'low' | 'high'])[] = [
  ['min', 'low'],
  ['max', 'high'],
  ['minSelected', 'low'],
  ['maxSelected', 'high'],
  ['minPanels', 'low'],
  ['maxPanels', 'high'],
  ['maxLength', 'high'],
]

/** More room for words changes no answer that is counted. */
const HARMLESS_WIDER = 'maxLength'

/**
 * Narrower limits are breaking: answers from before cannot be given any more. Wider ones are wording: people are offered
 * answers that they were not offered before.
 */
export function compareLimits(before: Question, after: Question, place: Place): VersionChange[] {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  const changes = LIMITS.flatMap(([what, side]): VersionChange[] => {
    const [a, b] = [old[what], now[what]]
    if (a === b) return []
    const narrower = b !== undefined && (a === undefined || (side === 'low' ? b > a : b < a))
    const breaks = narrower || what !== HARMLESS_WIDER
    return [changeAt(place, narrower ? 'breaking' : 'wording', what, breaks, shownOf(a, b))]
  })
  const [step, otherStep] = [old['step'], now['step']]
  if (step === otherStep) return changes
  const finer = otherStep === undefined || (step !== undefined && Number(step) % Number(otherStep) === 0)
  return [...changes, changeAt(place, finer ? 'wording' : 'breaking', 'step', true, shownOf(step, otherStep))]
}

type Limit = number | string | undefined

function valuesOf(question: Question): Readonly<Record<string, Limit>> {
  const own: Readonly<Record<string, unknown>> = { ...question }
  const names = [...LIMITS.map(([name]) => name), 'step']
  return Object.fromEntries(
    names.map((name) => {
      const value = own[name]
      return [name, typeof value === 'number' || typeof value === 'string' ? value : undefined]
    }),
  )
}

const shownOf = (before: Limit, after: Limit): { readonly before?: string; readonly after?: string } => ({
  ...(before !== undefined && { before: String(before) }),
  ...(after !== undefined && { after: String(after) }),
})
