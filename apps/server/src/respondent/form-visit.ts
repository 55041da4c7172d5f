import type { Answers, Finding } from '@klankbord/model'
import {
  renderEnding,
  renderIntroduction,
  renderNotice,
  renderReady,
  renderScreen,
  type PageContext,
  type PageRequest,
  type TypedAccessCode,
} from '@klankbord/pages'
import { askedAnswers, progress, route } from '@klankbord/questionnaire'
import { saveDraft, type Draft } from '@klankbord/storage'
import { codeToBeginWith, type Entrance } from '../access/code-entrance.ts'
import { page, type Reply } from '../http/reply.ts'
import { refuseWhenFull } from '../waves/refuse-when-full.ts'
import { checkSent } from './check-sent.ts'
import { draftField } from './draft-field.ts'
import { markTryOut } from './mark-try-out.ts'
import { seenParts } from './seen-parts.ts'
import { referenceOf } from './visit.ts'
import { withoutScreen } from './without-screen.ts'
import { withdrawalCode } from './withdrawal-code.ts'

/** One form that was sent: where, by whom, by which page and with what. */
export interface FormVisit extends Entrance {
  readonly page: PageContext
  readonly request: PageRequest
}

/** A page for one respondent: kept nowhere, found by no search engine. */
export function respondentPage(status: number, html: string): Reply {
  return page(status, html, 'respondent', { 'X-Robots-Tag': 'noindex' })
}

/** The first page of a wave. Where it asks for a code, a script may move the code of a QR picture into its field. */
export function introductionPage(
  { opened, page: shown }: Pick<FormVisit, 'opened' | 'page'>,
  typed: TypedAccessCode = {},
  status = 200,
): Reply {
  const { questionnaire, wave } = opened
  const html = renderIntroduction(questionnaire, shown, typed)
  return page(status, html, wave.mode === 'open' ? 'respondent' : 'codeEntrance', { 'X-Robots-Tag': 'noindex' })
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
  /** The stored answers cannot be read now. */
  readonly earlierUnknown?: boolean
}

/** A question screen. What was given on it stands over what is stored, so that nothing typed is lost. */
export function screenPage(
  visit: FormVisit,
  draft: Pick<Draft, 'id' | 'answers' | 'revision'>,
  screenId: string,
  shown: ScreenShown = {},
): Reply {
  const { questionnaire } = visit.opened
  const { clock } = visit.page
  const seen = shown.seen === undefined ? visit.request.seen : shown.seen
  const html = renderScreen(questionnaire, visit.page, {
    screenId,
    answers: shown.given === undefined ? draft.answers : over(visit, draft.answers, screenId, shown.given),
    draft: draftField(draft),
    findings: shown.findings ?? [],
    unanswered: shown.unanswered ?? [],
    unansweredParts: shown.unansweredParts ?? [],
    askedAgain: visit.request.askedAgain,
    saved: shown.stored === undefined ? 0 : progress(questionnaire, draft.answers, shown.stored, clock).number,
    earlierUnknown: shown.earlierUnknown === true,
    ...(seen === null ? {} : { seen }),
    ...minutesSaid(visit.request),
  })
  return respondentPage(shown.status ?? 200, html)
}

/** Whoever goes back has more left, and may read that. */
function minutesSaid({ go, minutes }: FormVisit['request']): { readonly minutesSaid?: number } {
  return minutes === null || go === 'back' ? {} : { minutesSaid: minutes }
}

/**
 * The last page before sending, with a fresh withdrawal code that becomes valid by sending it; for somebody who may not
 * take part an ending from which nothing can be sent.
 */
export function readyPage(visit: FormVisit, draft: Draft, status = 200): Reply {
  const { questionnaire } = visit.opened
  if (!mayTakePart(visit, draft)) return endingPage(visit, draft, status)
  const { asked, standing } = route(questionnaire, draft.answers, visit.page.clock)
  const answered = Object.keys(standing).filter((name) => asked.has(name)).length
  const html = renderReady(questionnaire, visit.page, {
    draft: draftField(draft),
    withdrawalCode: withdrawalCode(visit.context.randomness),
    answered,
    skipped: asked.size - answered,
    answers: draft.answers,
    seen: seenParts(questionnaire, draft.answers, visit.page.clock),
    help: visit.request.help,
  })
  return respondentPage(status, html)
}

/** Not where only an answer is missing or fits no more: sending leads there. */
function mayTakePart({ opened: { questionnaire }, context }: FormVisit, { answers }: Draft): boolean {
  const result = checkSent(questionnaire, (today) => askedAnswers(questionnaire, answers, today), context.clock)
  return result.ok || result.findings.every(({ code }) => code !== 'notEligible')
}

/** The last words of the author, where the way ends in such; else ours. */
function endingPage(visit: FormVisit, draft: Draft, status: number): Reply {
  const { questionnaire } = visit.opened
  const last = route(questionnaire, draft.answers, visit.page.clock).screens.at(-1)
  return last?.questions.length === 0
    ? screenPage(visit, draft, last.id, { status })
    : respondentPage(status, renderEnding(questionnaire, visit.page, { draft: draftField(draft) }))
}

/** Says that the page belongs to nothing that is stored any more, with a way to begin again. */
export function expiredNotice({ page: context }: FormVisit): Reply {
  return respondentPage(410, renderNotice(context, 'expired', context.language))
}

/**
 * Stores the answers so far and says what is stored now. Only after this may a page say "saved". Where a code is asked for,
 * nothing is kept for somebody who has none; the code is looked at and not kept with the answers.
 *
 * @throws Problem `accessCodeRefused`, `quotaFull`, `tooManyRequests`
 * @returns null when something newer is stored: the page that was sent is behind another one
 */
export async function keepDraft(
  visit: FormVisit,
  draft: Draft,
  answers: Answers,
  asked: readonly string[],
): Promise<Draft | null> {
  const next: Draft = {
    id: draft.id,
    answers,
    revision: draft.revision + 1,
    language: visit.page.language,
    asked: [...new Set([...draft.asked, ...asked])],
  }
  if (draft.revision === 0) await codeToBeginWith(visit, visit.page.access ?? '')
  await refuseWhenFull(visit.context, visit.opened, draft.revision === 0 ? null : draft.answers, answers)
  await markTryOut(visit.context, visit.opened)
  const outcome = await saveDraft(visit.context.database.db, referenceOf(visit.opened), next)
  return outcome === 'saved' ? next : null
}

function over(visit: FormVisit, answers: Answers, screenId: string, given: Readonly<Record<string, unknown>>): Answers {
  // What was given may be no answer at all; it is only shown again, never stored.
  return { ...withoutScreen(visit.opened.questionnaire, answers, screenId), ...given } as Answers
}
