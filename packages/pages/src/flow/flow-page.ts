import type { Answers, Finding } from '@klankbord/model'
import { askedAnswers, consentScreen, progress, route } from '@klankbord/questionnaire'
import { renderPractice } from '../practice/render-practice.ts'
import { renderDone } from '../render-done.ts'
import { renderEnding } from '../render-ending.ts'
import { renderIntroduction, type IntroductionState } from '../render-introduction.ts'
import { renderNotice } from '../render-notice.ts'
import { renderReady } from '../render-ready.ts'
import { renderScreen } from '../render-screen.ts'
import { renderErase, renderStop, renderStopped } from '../render-stop.ts'
import { renderWithdrawn } from '../render-withdraw.ts'
import { renderLater, renderLeft, type LaterState } from '../resume/render-later.ts'
import { checkSent } from './check-sent.ts'
import { draftField, readDraftField } from './draft-field.ts'
import type { FlowVisit, UnderWay } from './flow-visit.ts'
import { isFilledIn } from './is-filled-in.ts'
import { seenParts } from './seen-parts.ts'
import { withoutScreen } from './without-screen.ts'

/** A page that answers a form. */
export interface FlowPage {
  readonly kind:
    | 'introduction'
    | 'practice'
    | 'screen'
    | 'ready'
    | 'ending'
    | 'stop'
    | 'later'
    | 'erase'
    | 'left'
    | 'stopped'
    | 'done'
    | 'sent'
    | 'withdrawn'
    | 'expired'
    | 'otherDevice'
  /** As HTTP has it: 422 where something has to be looked at. */
  readonly status: number
  /** A complete document. */
  readonly html: string
}

/** The first page of a wave. */
export function introductionPage(
  { questionnaire, page }: Pick<FlowVisit, 'questionnaire' | 'page'>,
  state: IntroductionState = {},
  status = 200,
): FlowPage {
  return { kind: 'introduction', status, html: renderIntroduction(questionnaire, page, state) }
}

/** The practice question. What is chosen at it is in no answers. */
export function practicePage({ questionnaire, page, request }: FlowVisit, draft: UnderWay): FlowPage {
  const { onPage, practised } = request
  const html = renderPractice(questionnaire, page, {
    draft: draftField(draft),
    chosen: onPage === 'practice' ? practised : null,
  })
  return { kind: 'practice', status: 200, html }
}

/** What a screen shows beside the stored answers. */
interface ScreenShown {
  readonly status?: number
  readonly given?: Readonly<Record<string, unknown>>
  readonly findings?: readonly Finding[]
  readonly unanswered?: readonly string[]
  readonly unansweredParts?: readonly string[]
  /** The screen whose answers were stored last. */
  readonly stored?: string
  /** What was seen when somebody came from the page before sending; by default as the form carried it. */
  readonly seen?: string | null
  /** What stood on the screen before this one was taken away by skipping it. */
  readonly isGone?: boolean
  /** The stored answers cannot be read now. */
  readonly earlierUnknown?: boolean
}

/** A question screen. What was given on it stands over what is stored, so that nothing typed is lost. */
export function screenPage(
  visit: Omit<FlowVisit, 'fresh'>,
  draft: Pick<UnderWay, 'id' | 'answers' | 'revision' | 'device'>,
  screenId: string,
  shown: ScreenShown = {},
): FlowPage {
  const { questionnaire, page, request, today } = visit
  const seen = shown.seen === undefined ? request.seen : shown.seen
  const html = renderScreen(questionnaire, page, {
    screenId,
    answers: shown.given === undefined ? draft.answers : over(visit, draft.answers, screenId, shown.given),
    draft: draftField(draft),
    findings: shown.findings ?? [],
    unanswered: shown.unanswered ?? [],
    unansweredParts: shown.unansweredParts ?? [],
    askedAgain: request.askedAgain,
    saved:
      shown.stored !== undefined && isFilledIn(questionnaire, draft.answers)
        ? progress(questionnaire, draft.answers, shown.stored, today).number
        : 0,
    isGone: shown.isGone === true,
    earlierUnknown: shown.earlierUnknown === true,
    ...(seen === null ? {} : { seen }),
    ...minutesSaid(request),
  })
  return { kind: 'screen', status: shown.status ?? 200, html }
}

/** Whoever goes back has more left, and may read that. */
function minutesSaid({ go, minutes }: FlowVisit['request']): { readonly minutesSaid?: number } {
  return minutes === null || go === 'back' ? {} : { minutesSaid: minutes }
}

/**
 * The last page before sending, with a fresh withdrawal code that becomes valid by sending it; for somebody who may not
 * take part an ending from which nothing can be sent.
 */
export function readyPage(visit: FlowVisit, draft: UnderWay, status = 200, isGone = false): FlowPage {
  const { questionnaire, page, request, today, fresh } = visit
  if (!mayTakePart(visit, draft)) return endingPage(visit, draft, status)
  const { asked, standing } = route(questionnaire, draft.answers, today)
  const consents = new Set(consentScreen(questionnaire)?.questions)
  const questions = [...asked].filter((name) => !consents.has(name))
  const answered = questions.filter((name) => Object.hasOwn(standing, name)).length
  const html = renderReady(questionnaire, page, {
    draft: draftField(draft),
    withdrawalCode: fresh.withdrawalCode,
    answered,
    skipped: questions.length - answered,
    answers: draft.answers,
    seen: seenParts(questionnaire, draft.answers, today),
    help: request.help,
    isGone,
  })
  return { kind: 'ready', status, html }
}

/** Not where only an answer is missing or fits no more: sending leads there. */
function mayTakePart({ questionnaire, today }: FlowVisit, { answers }: UnderWay): boolean {
  const result = checkSent(questionnaire, (day) => askedAnswers(questionnaire, answers, day), today)
  return result.ok || result.findings.every(({ code }) => code !== 'notEligible')
}

/** The last words of the author, where the way ends in such; else ours. */
function endingPage(visit: FlowVisit, draft: UnderWay, status: number): FlowPage {
  const { questionnaire, page, today } = visit
  const last = route(questionnaire, draft.answers, today).screens.at(-1)
  if (last?.questions.length === 0) return screenPage(visit, draft, last.id, { status })
  return { kind: 'ending', status, html: renderEnding(questionnaire, page, { draft: draftField(draft) }) }
}

/** Asks whether everything is to be erased, before it is. */
export function erasePage({ questionnaire, page, request }: FlowVisit, draft: UnderWay): FlowPage {
  const html = renderErase(questionnaire, page, { draft: draftField(draft), screenId: request.screenId })
  return { kind: 'erase', status: 200, html }
}

/** Asks whether somebody wants to stop. */
export function stopPage({ questionnaire, page, request }: FlowVisit, draft: UnderWay): FlowPage {
  const { screenId, seen } = request
  const html = renderStop(questionnaire, page, {
    draft: draftField(draft),
    screenId,
    ...(seen === null ? {} : { seen }),
  })
  return { kind: 'stop', status: 200, html }
}

/**
 * Shows the words under which the answers are kept from now on: only after they were kept.
 *
 * @param until ISO date of the last day on which the words work
 */
export function laterPage(
  { questionnaire, page, request, today }: FlowVisit,
  draft: UnderWay,
  { cards, until, isPending = false }: Pick<LaterState, 'cards' | 'until' | 'isPending'>,
): FlowPage {
  const { screenId, seen } = request
  const html = renderLater(questionnaire, page, {
    draft: draftField(draft),
    screenId,
    ...(seen === null ? {} : { seen }),
    question: screenId === '' ? null : progress(questionnaire, draft.answers, screenId, today).first,
    savedTo: savedTo(questionnaire, draft, { request, today }),
    cards,
    until,
    isPending,
  })
  return { kind: 'later', status: 200, html }
}

/** Up to which question all is saved of what was filled in: the screen that was left counts when all of it was taken. */
function savedTo(
  questionnaire: FlowVisit['questionnaire'],
  { answers }: UnderWay,
  { request, today }: Pick<FlowVisit, 'request' | 'today'>,
): number {
  const { screenId, given, onPage } = request
  if (onPage === 'later' && request.savedTo !== null) return request.savedTo
  const { first, number } = progress(questionnaire, answers, screenId, today)
  const screen = route(questionnaire, answers, today).screens.find(({ id }) => id === screenId)
  const isAnswered = screen?.questions.every((name) => answers[name] !== undefined) === true
  const isTaken = Object.entries(given).every(([name, answer]) => isDeepEqual(answers[name], answer))
  return isAnswered && isTaken ? number : first - 1
}

const isDeepEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Says goodbye to somebody who has words to come back with. */
export function leftPage({ page }: Pick<FlowVisit, 'page'>): FlowPage {
  return { kind: 'left', status: 200, html: renderLeft(page) }
}

/** Says that what was filled in is erased. */
export function stoppedPage({ page }: Pick<FlowVisit, 'page'>): FlowPage {
  return { kind: 'stopped', status: 200, html: renderStopped(page) }
}

/** Says that the answers are saved: only after they were. */
export function donePage(
  { questionnaire, page, request }: Pick<FlowVisit, 'questionnaire' | 'page' | 'request'>,
  code: string,
): FlowPage {
  const draft = request.draft === null ? {} : { draft: readDraftField(request.draft).id }
  return { kind: 'done', status: 200, html: renderDone(questionnaire, page, { withdrawalCode: code, ...draft }) }
}

/** Says that the answers were sent, and taken back since. */
export function withdrawnPage({ page }: Pick<FlowVisit, 'page'>): FlowPage {
  return { kind: 'withdrawn', status: 410, html: renderWithdrawn(page) }
}

/** Says that the page belongs to nothing that is kept any more, with a way to begin again. */
export function expiredPage(visit: Pick<FlowVisit, 'questionnaire' | 'page' | 'request'>): FlowPage {
  return noticePage(visit, 'expired')
}

/** Says that the answers were sent already, to who comes back to a page of before: neither changed nor erased by it. */
export function sentPage(visit: Pick<FlowVisit, 'questionnaire' | 'page' | 'request'>): FlowPage {
  const { request } = visit
  // A code on a page that was sent already is not that of what is stored: nobody is to keep it for theirs.
  const fields = request.fields.filter(([name]) => name !== 'code')
  return noticePage({ ...visit, request: { ...request, fields } }, 'sent')
}

function noticePage(
  { questionnaire, page, request }: Pick<FlowVisit, 'questionnaire' | 'page' | 'request'>,
  kind: 'expired' | 'sent',
): FlowPage {
  const sent = { action: page.action, fields: request.fields }
  const html = renderNotice(page, kind, page.language, { questionnaire, given: request.given, sent })
  return { kind, status: 410, html }
}

function over(
  { questionnaire }: Pick<FlowVisit, 'questionnaire'>,
  answers: Answers,
  screenId: string,
  given: Readonly<Record<string, unknown>>,
): Answers {
  // What was given may be no answer at all; it is only shown again, never stored.
  return { ...withoutScreen(questionnaire, answers, screenId), ...given } as Answers
}
