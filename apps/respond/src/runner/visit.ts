import { askedAnswers, progress } from '@klankbord/questionnaire'
import type { Answers } from '@klankbord/model'
import { parseForm, withdrawalCode, type FlowVisit, type PageData, type UnderWay } from '@klankbord/pages/browser'
import type { UnderWay as KeptHere } from '../saving/saving.ts'
import type { RunnerPorts } from './ports.ts'
import type { Fields } from './sent-form.ts'
import { todayAt } from './today.ts'

/** A form of this wave, with all that deciding about it needs: what a server makes of it, made here. */
export function visitOf(data: PageData, fields: Fields, ports: Pick<RunnerPorts, 'now' | 'randomBytes'>): FlowVisit {
  const { questionnaire, context } = data
  const request = parseForm(questionnaire, fields)
  const today = todayAt(ports.now())
  const access = context.mode === 'open' ? null : request.access
  const carried = { ...(access !== null && { access }), ...(request.words !== null && { words: request.words }) }
  return {
    questionnaire,
    page: { ...context, clock: today, look: request.look, ...carried },
    request,
    today,
    fresh: { id: randomId(ports.randomBytes), withdrawalCode: withdrawalCode({ bytes: ports.randomBytes }) },
  }
}

/** A random UUID (version 4). */
export function randomId(randomBytes: RunnerPorts['randomBytes']): string {
  const digits = Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = '89ab'[Number.parseInt(digits[16] ?? '0', 16) % 4] ?? '8'
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20),
  ].join('-')
}

/** What is kept here, as the flow knows it. */
export function underWayOf(kept: KeptHere): UnderWay {
  const { id, answers, revision, language, asked } = kept
  return { id, answers, revision, language, asked }
}

/** The answers that stand, which a server takes: what a changed mind closed again is not among them. */
export function standing({ questionnaire, today }: FlowVisit, answers: Answers): Answers {
  return askedAnswers(questionnaire, answers, today)
}

/** Numbers of the questions of the screen that was sent. */
export function numbersOf({ questionnaire, request, today }: FlowVisit, answers: Answers): readonly number[] {
  if (request.screenId === '') return []
  const { first, number } = progress(questionnaire, answers, request.screenId, today)
  return Array.from({ length: Math.max(0, number - first + 1) }, (_, place) => first + place)
}
