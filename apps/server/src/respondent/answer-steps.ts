import { commentKey } from '@klankbord/model'
import { renderStop, renderStopped, type PageRequest } from '@klankbord/pages'
import { checkScreen, maskAnswers, progress, route, type CheckedScreen } from '@klankbord/questionnaire'
import { deleteDraft, type Draft } from '@klankbord/storage'
import type { Reply } from '../http/reply.ts'
import { begin } from './begin.ts'
import { draftField } from './draft-field.ts'
import { draftOfPage, keptDraft, newDraft } from './draft-of-page.ts'
import {
  expiredNotice,
  introductionPage,
  keepDraft,
  readyPage,
  respondentPage,
  screenPage,
  type FormVisit,
} from './form-visit.ts'
import { returnToReady } from './return-to-ready.ts'
import { send } from './send-answers.ts'
import { referenceOf } from './visit.ts'
import { withoutScreen } from './without-screen.ts'

type Step = (visit: FormVisit, draft: Draft) => Promise<Reply>

/** What each button does with answers that are under way. */
const STEPS: Readonly<Record<Exclude<PageRequest['go'], 'start' | 'submit'>, Step>> = {
  next: goOn,
  skip: leaveEmpty,
  back: goBack,
  stop: pause,
  resume: async (visit, draft) => screenOrReady(visit, draft, visit.request.screenId),
  erase: forget,
  language: speakOtherwise,
}

/** Answers one form: stores what it brought, then shows the page that comes next. */
export async function answerForm(visit: FormVisit): Promise<Reply> {
  const { request } = visit
  if (request.go === 'start') return begin(visit, (begun) => onward(begun, newDraft(begun), null))
  if (request.go === 'submit') return send(visit)
  if (request.go === 'language' && request.draft === null) return introduction(visit)
  const draft = await draftOfPage(visit)
  if (draft === null) return request.go === 'erase' ? stopped(visit) : expiredNotice(visit)
  return STEPS[request.go](visit, draft)
}

async function goOn(visit: FormVisit, draft: Draft): Promise<Reply> {
  const { request } = visit
  const result = checkedScreen(visit, draft)
  if (!result.ok) return again(visit, draft, { findings: result.findings })
  const asked = new Set([...draft.asked, ...request.askedAgain])
  const unanswered = result.unanswered.filter((name) => !asked.has(name))
  const kept = await keepDraft(visit, draft, result.answers, [...request.askedAgain, ...unanswered])
  if (kept === null) return retry(visit, goOn)
  if (unanswered.length > 0) return again(visit, kept, { unanswered, unansweredParts: result.unansweredParts })
  return onward(visit, kept, request.screenId)
}

async function leaveEmpty(visit: FormVisit, draft: Draft): Promise<Reply> {
  if (blocks(visit, draft)) return goOn(visit, draft)
  const { opened, request } = visit
  const others = withoutScreen(opened.questionnaire, draft.answers, request.screenId)
  const kept = await keepDraft(visit, draft, others, request.askedAgain)
  return kept === null ? retry(visit, leaveEmpty) : onward(visit, kept, visit.request.screenId)
}

async function goBack(visit: FormVisit, draft: Draft): Promise<Reply> {
  const kept = await keepWhatIsRight(visit, draft)
  const { opened, page, request } = visit
  const { previous } = progress(opened.questionnaire, kept.answers, request.screenId, page.clock)
  return previous === null
    ? introduction(visit)
    : // From the page before sending it is a way back through all that was skipped.
      screenPage(visit, kept, previous, request.screenId === '' ? { seen: null } : {})
}

async function pause(visit: FormVisit, draft: Draft): Promise<Reply> {
  const kept = await keepWhatIsRight(visit, draft)
  const { opened, page, request } = visit
  return respondentPage(
    200,
    renderStop(opened.questionnaire, page, {
      draft: draftField(kept),
      screenId: request.screenId,
      ...(request.seen === null ? {} : { seen: request.seen }),
    }),
  )
}

async function forget(visit: FormVisit, draft: Draft): Promise<Reply> {
  await deleteDraft(visit.context.database.db, referenceOf(visit.opened), draft.id)
  return stopped(visit)
}

async function speakOtherwise(visit: FormVisit, draft: Draft): Promise<Reply> {
  const { screenId, given } = visit.request
  return isScreen(visit, screenId) ? screenPage(visit, draft, screenId, { given }) : readyPage(visit, draft)
}

/** Leaving a screen by another way than "next" keeps it as it was left, emptied too, and asks nothing. What can't be kept changes nothing. */
async function keepWhatIsRight(visit: FormVisit, draft: Draft): Promise<Draft> {
  const { request } = visit
  if (!isScreen(visit, request.screenId)) return draft
  const result = checkedScreen(visit, draft)
  if (!result.ok || (draft.revision === 0 && Object.keys(result.answers).length === 0)) return draft
  return (await keepDraft(visit, draft, result.answers, request.askedAgain)) ?? draft
}

/** Checks the screen that was sent. A page that stayed open while an earlier answer was changed may ask what is not asked any more. */
function checkedScreen({ opened, page, request }: FormVisit, { answers }: Draft): CheckedScreen {
  const { asked } = route(opened.questionnaire, answers, page.clock)
  const keys = new Set([...asked].flatMap((name) => [name, commentKey(name)]))
  const still = Object.fromEntries(Object.entries(request.given).filter(([key]) => keys.has(key)))
  const given = maskAnswers(opened.questionnaire, still)
  return checkScreen(opened.questionnaire, request.screenId, answers, given, page.clock)
}

/** Whether the screen asks something that nobody goes on without. */
function blocks({ opened, page, request }: FormVisit, { answers }: Draft): boolean {
  const { asked } = route(opened.questionnaire, answers, page.clock)
  const screen = opened.questionnaire.screens.find(({ id }) => id === request.screenId)
  return opened.questionnaire.questions.some(
    ({ name, blocking }) => blocking === true && asked.has(name) && screen?.questions.includes(name) === true,
  )
}

function onward(visit: FormVisit, draft: Draft, from: string | null): Reply {
  const { seen } = visit.request
  if (from !== null && seen !== null) return returnToReady(visit, draft, from, seen)
  const { next } = progress(visit.opened.questionnaire, draft.answers, from, visit.page.clock)
  if (next === null) return readyPage(visit, draft)
  return screenPage(visit, draft, next, from === null ? {} : { stored: from })
}

function screenOrReady(visit: FormVisit, draft: Draft, screenId: string): Reply {
  return isScreen(visit, screenId) ? screenPage(visit, draft, screenId) : readyPage(visit, draft)
}

function again(visit: FormVisit, draft: Draft, why: Parameters<typeof screenPage>[3]): Reply {
  const { screenId, given } = visit.request
  return screenPage(visit, draft, screenId, { ...why, status: 422, given })
}

/** The same form was sent twice at once (a double tap): the second goes on from what the first stored. */
async function retry(visit: FormVisit, step: Step): Promise<Reply> {
  const draft = await keptDraft(visit)
  return draft === null ? expiredNotice(visit) : step(visit, draft)
}

function introduction(visit: FormVisit): Promise<Reply> {
  return introductionPage(visit, { code: visit.page.access ?? '' })
}

function stopped({ page }: FormVisit): Reply {
  return respondentPage(200, renderStopped(page))
}

function isScreen({ opened }: FormVisit, screenId: string): boolean {
  return opened.questionnaire.screens.some(({ id }) => id === screenId)
}
