import { commentKey, type Answers } from '@klankbord/model'
import { askedAnswers, progress, route } from '@klankbord/questionnaire'
import { parseForm, withdrawalCode, type FlowVisit, type PageData, type UnderWay } from '@klankbord/pages/browser'
import type { UnderWay as KeptHere } from '../saving/saving.ts'
import { readKeptPage } from './kept-page.ts'
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
    page: { ...context, untitled: true, clock: today, look: request.look, ...carried },
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
  const { id, answers, revision, language, asked, page, device = '' } = kept
  return { id, answers: { ...readKeptPage(page).apart, ...answers }, revision, language, asked, device }
}

/** What begins with a form of which nothing is kept yet; null where it belongs to something that is. */
export function nothingKept({ request, page }: FlowVisit): UnderWay | null {
  const [, id] = /^new-(.+)$/.exec(request.draft ?? '') ?? []
  return id === undefined ? null : { id, answers: {}, revision: 0, language: page.language, asked: [], device: '' }
}

/** The answers that stand, which a server takes: what a changed mind closed again is not among them. */
export function standing({ questionnaire, today }: FlowVisit, answers: Answers): Answers {
  return askedAnswers(questionnaire, answers, today)
}

/**
 * Numbers of the questions of the screen that was sent, as far as they count.
 *
 * @param which tells which of them, by name
 */
export function numbersOf(
  { questionnaire, request, today }: FlowVisit,
  answers: Answers,
  which: (name: string) => boolean,
): readonly number[] {
  const screen = route(questionnaire, answers, today).screens.find(({ id }) => id === request.screenId)
  if (screen === undefined || screen.consents === true) return []
  const { first } = progress(questionnaire, answers, screen.id, today)
  return screen.questions.flatMap((name, place) => (which(name) ? [first + place] : []))
}

/** Whether an answer, or the words beside it, is another one. */
export function isOther(before: Answers, after: Answers, name: string): boolean {
  return [name, commentKey(name)].some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}
