import { answerFinding, pointer, type Answers, type AnswerValue, type Finding } from '@klankbord/model'
import { safeKey } from './at.ts'
import { checkAnswer } from './check-answer.ts'
import { checkText } from './check-input.ts'
import { plainCopy } from './plain-copy.ts'
import type { Place } from './plan.ts'

/** What came in as answers, each of which is right by itself. */
export type Given =
  { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly findings: readonly Finding[] }

/** Far more than a person makes, and little to write. */
const MOST_FINDINGS = 100

/**
 * Checks each answer by itself and copies them, so that nothing that is read later can differ.
 *
 * @param places where answers may belong, by key
 */
export function readGiven(places: ReadonlyMap<string, Place>, given: unknown): Given {
  const entries = readEntries(given)
  if (typeof entries === 'string')
    return { ok: false, findings: [answerFinding('answersNotObject', '/answers', { found: entries })] }
  const findings: Finding[] = []
  const answers: Record<string, AnswerValue> = {}
  for (const [key, answer] of entries) {
    const place = typeof key === 'string' ? places.get(key) : undefined
    if (!place) findings.push(unknownAnswer(key))
    else if (answer !== undefined) {
      const found = checkAt(place, answer)
      if (found.length > 0) findings.push(...found)
      else answers[place.key] = answer as AnswerValue
    }
    if (findings.length >= MOST_FINDINGS) break
  }
  return findings.length > 0 ? { ok: false, findings } : { ok: true, answers }
}

function checkAt(place: Place, answer: unknown): readonly Finding[] {
  const { question, key } = place
  if (key === question.name) return checkAnswer(question, answer, place)
  const maxLength = ('other' in question && question.other?.maxLength) || 0
  return checkText({ type: 'comment', maxLength }, answer, place)
}

/** What is there instead of answers, in words, where there are none. */
function readEntries(given: unknown): string | readonly (readonly [string | symbol, unknown])[] {
  try {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return kindOf(given)
    return Reflect.ownKeys(given).map((key) => [key, plainCopy(Reflect.get(given, key))] as const)
  } catch {
    return 'an object that cannot be read'
  }
}

function unknownAnswer(key: string | symbol): Finding {
  const name = safeKey(key)
  return answerFinding('unknownAnswer', pointer('/answers', name), { name })
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`
