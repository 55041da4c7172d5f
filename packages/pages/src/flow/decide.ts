import type { Answers, Finding } from '@klankbord/model'
import {
  askedAnswers,
  checkScreen,
  consentScreen,
  progress,
  route,
  sheetConsents,
  type CheckedScreen,
} from '@klankbord/questionnaire'
import type { PageRequest } from '../parse-form.ts'
import { begun, nothingKept } from './begun.ts'
import { checkSent } from './check-sent.ts'
import { draftField, readDraftField } from './draft-field.ts'
import { firstMisfit } from './first-misfit.ts'
import {
  erasePage,
  expiredPage,
  introductionPage,
  leftPage,
  practicePage,
  readyPage,
  screenPage,
  stoppedPage,
  stopPage,
  type FlowPage,
} from './flow-page.ts'
import type { FlowVisit, UnderWay } from './flow-visit.ts'
import { handedOutCode } from './handed-out-code.ts'
import type { FirstMove, Move } from './move.ts'
import { returnToReady } from './return-to-ready.ts'
import { changed, changesOnLeaving, checkedScreen, isScreen } from './screen-left.ts'
import { withoutScreen } from './without-screen.ts'

type Step = (visit: FlowVisit, draft: UnderWay) => FirstMove

/** What each button does with answers that are under way. */
const STEPS: Readonly<Record<Exclude<PageRequest['go'], 'start' | 'submit' | 'leave'>, Step>> = {
  next: goOn,
  skip: leaveEmpty,
  back: goBack,
  stop: pause,
  resume: (visit, draft) => show(screenOrReady(visit, draft, visit.request.screenId)),
  erase: (visit, draft) =>
    visit.request.onPage === 'later'
      ? show(erasePage(visit, draft))
      : { does: 'erase', id: draft.id, page: stoppedPage(visit) },
  language: speakOtherwise,
}

/**
 * Decides what a form does: which answers to keep, and which page follows. It reads nothing and keeps nothing itself; whoever
 * calls it does what it says, on a server or in a browser, and both show the same page. Whoever keeps answers of more than
 * one device asks `otherDevicePage` first.
 *
 * @param kept what is kept under the id that the form came with; null where nothing is
 */
export function decide(visit: FlowVisit, kept: UnderWay | null): Move {
  return decideHere(visit, kept && { ...kept, device: readDraftField(visit.request.draft ?? '').device })
}

function decideHere(visit: FlowVisit, kept: UnderWay | null): Move {
  const { request } = visit
  const spoken = request.go === 'language' ? pageAgain(visit, kept) : null
  if (spoken !== null) return spoken
  if (request.go === 'submit') return send(visit, kept)
  if (request.go === 'leave') return show(leftPage(visit))
  if (request.go === 'language' && (request.draft === null || request.onPage === 'introduction'))
    return show(introduction(visit, kept ?? begun(visit)))
  if (request.go === 'start' || request.onPage === 'introduction') return start(visit, kept)
  const draft = kept ?? begun(visit)
  if (draft === null) return recall(visit, request.go === 'erase' ? stoppedPage(visit) : expiredPage(visit))
  return request.onPage === 'practice' ? practise(visit, draft) : STEPS[request.go](visit, draft)
}

/** The page once more in another language or look, of those that ask nothing; null where it is another page. */
function pageAgain(visit: FlowVisit, kept: UnderWay | null): Move | null {
  const { onPage, screenId } = visit.request
  if (onPage === 'left') return show(leftPage(visit))
  if (onPage === 'stopped') return show(stoppedPage(visit))
  if (onPage === 'done') return recall(visit, expiredPage(visit))
  const draft = kept ?? begun(visit)
  if (onPage === 'stop' && draft !== null) return show(stopPage(visit, draft))
  if (onPage === 'erase' && draft !== null) return show(erasePage(visit, draft))
  if (onPage !== 'later' || kept === null) return null
  return { does: 'pause', before: kept, underWay: changed(visit, kept, kept.answers, []), screenId }
}

/** What to do for somebody who may begin: to keep what they agreed to, and the page to begin with. */
export function firstMove(visit: FlowVisit): FirstMove {
  return agreed(visit, nothingKept(visit.fresh.id, visit))
}

/** Nobody begins who does not agree to take part; who went back to the introduction goes on with what they had. */
function start(visit: FlowVisit, draft: UnderWay | null): Move {
  const result = checkedConsents(visit, draft?.answers ?? {})
  if (!result.ok) return show(introduction(visit, draft, result.findings))
  return draft === null ? { does: 'begin' } : agreed(visit, draft)
}

function agreed(visit: FlowVisit, draft: UnderWay): FirstMove {
  const result = checkedConsents(visit, draft.answers)
  if (!result.ok) return show(introduction(visit, draft, result.findings))
  const page = (kept: UnderWay): FlowPage =>
    visit.questionnaire.practiceQuestion === true ? practicePage(visit, kept) : onward(visit, kept, consentsOf(visit))
  const asksNothing = sheetConsents(visit.questionnaire, 'self').length === 0
  return asksNothing ? show(page(draft)) : keep(visit, draft, result.answers, [], page)
}

/** Checks what was ticked on the introduction; all is well where nothing is. */
function checkedConsents({ questionnaire, request, today }: FlowVisit, answers: Answers): CheckedScreen {
  const consents = sheetConsents(questionnaire, 'self').map(({ name }) => name)
  if (consents.length === 0) return { ok: true, answers, unanswered: [], unansweredParts: [] }
  const given = Object.fromEntries(Object.entries(request.given).filter(([name]) => consents.includes(name)))
  return checkScreen(questionnaire, consentScreen(questionnaire)?.id ?? '', answers, given, today)
}

/** The screen that the introduction stands for; null where it holds no consents. */
const consentsOf = ({ questionnaire }: FlowVisit): string | null => consentScreen(questionnaire)?.id ?? null

/** From the practice question on. Its answer goes nowhere, so nothing is kept by any of its buttons. */
function practise(visit: FlowVisit, draft: UnderWay): FirstMove {
  const { request } = visit
  const first = consentsOf(visit)
  switch (request.go) {
    case 'next':
    case 'skip':
    case 'resume':
      return show(onward(visit, draft, first))
    case 'back':
      return show(introduction(visit, draft))
    case 'stop': {
      const { next } = progress(visit.questionnaire, draft.answers, first, visit.today)
      const screenId = next ?? ''
      if (draft.revision === 0) return show(stopPage({ ...visit, request: { ...request, screenId } }, draft))
      return { does: 'pause', before: draft, underWay: changed(visit, draft, draft.answers, []), screenId }
    }
    case 'erase':
      return STEPS.erase(visit, draft)
    default:
      return show(practicePage(visit, draft))
  }
}

function goOn(visit: FlowVisit, draft: UnderWay): FirstMove {
  const { request } = visit
  const result = checkedScreen(visit, draft)
  if (!result.ok) return show(again(visit, draft, { findings: result.findings }))
  const asked = new Set([...draft.asked, ...request.askedAgain])
  const unanswered = result.unanswered.filter((name) => !asked.has(name))
  return keep(visit, draft, result.answers, [...request.askedAgain, ...unanswered], (kept) =>
    unanswered.length > 0
      ? again(visit, kept, { unanswered, unansweredParts: result.unansweredParts })
      : onward(visit, kept, request.screenId),
  )
}

function leaveEmpty(visit: FlowVisit, draft: UnderWay): FirstMove {
  if (blocks(visit, draft)) return goOn(visit, draft)
  const { questionnaire, request } = visit
  const others = withoutScreen(questionnaire, draft.answers, request.screenId)
  const isGone = Object.keys(request.given).length > 0 || Object.keys(others).length < Object.keys(draft.answers).length
  return keep(visit, draft, others, request.askedAgain, (kept) => onward(visit, kept, request.screenId, isGone))
}

function goBack(visit: FlowVisit, draft: UnderWay): FirstMove {
  return leave(visit, draft, (kept) => {
    const { questionnaire, request, today } = visit
    const { previous } = progress(questionnaire, kept.answers, request.screenId, today)
    return previous === null || previous === consentsOf(visit)
      ? introduction(visit, kept)
      : // From the page before sending it is a way back through all that was skipped.
        screenPage(visit, kept, previous, request.screenId === '' ? { seen: null } : {})
  })
}

function speakOtherwise(visit: FlowVisit, draft: UnderWay): FirstMove {
  const { request, questionnaire, today } = visit
  const { screenId, given } = request
  if (!isScreen(visit, screenId)) return show(readyPage(visit, draft))
  const { previous } = progress(questionnaire, draft.answers, screenId, today)
  // What was said to be saved is said again.
  const stored = draft.revision === 0 || previous === null ? {} : { stored: previous }
  return show(screenPage(visit, draft, screenId, { given, ...stored }))
}

/** Keeps answers and goes on; where a double tap kept them already, on from there. */
function keep(
  visit: FlowVisit,
  draft: UnderWay,
  answers: Answers,
  asked: readonly string[],
  page: (kept: UnderWay) => FlowPage,
): FirstMove {
  const underWay = changed(visit, draft, answers, asked)
  return { does: 'keep', before: draft, underWay, page: page(underWay), unlessNewer: null }
}

/** Nobody needs words to come back to nothing. */
function pause(visit: FlowVisit, draft: UnderWay): FirstMove {
  const changes = changesOnLeaving(visit, draft)
  if (changes === null && draft.revision === 0) return show(stopPage(visit, draft))
  const underWay = changes ?? changed(visit, draft, draft.answers, [])
  return { does: 'pause', before: draft, underWay, screenId: visit.request.screenId }
}

/** Leaving a screen by another way than "next" keeps it as it was left, emptied too, and asks nothing. An answer that can't be kept leaves what was kept before, and the others of its screen stay. */
function leave(visit: FlowVisit, draft: UnderWay, page: (kept: UnderWay) => FlowPage): FirstMove {
  const underWay = changesOnLeaving(visit, draft)
  if (underWay === null) return show(page(draft))
  return { does: 'keep', before: draft, underWay, page: page(underWay), unlessNewer: page(draft) }
}

/** Whether the screen asks something that nobody goes on without. */
function blocks({ questionnaire, request, today }: FlowVisit, { answers }: UnderWay): boolean {
  const { asked } = route(questionnaire, answers, today)
  const screen = questionnaire.screens.find(({ id }) => id === request.screenId)
  return questionnaire.questions.some(
    ({ name, blocking }) => blocking === true && asked.has(name) && screen?.questions.includes(name) === true,
  )
}

/** @param isGone what stood on the screen before was taken away by skipping it */
function onward(visit: FlowVisit, draft: UnderWay, from: string | null, isGone = false): FlowPage {
  const { seen } = visit.request
  if (from !== null && seen !== null) return returnToReady(visit, draft, from, seen)
  const { next } = progress(visit.questionnaire, draft.answers, from, visit.today)
  if (next === null) return readyPage(visit, draft, 200, isGone)
  return screenPage(visit, draft, next, { isGone, ...(from !== null && { stored: from }) })
}

/**
 * Sends the answers under their id. The withdrawal code stands in the form that is sent, so the same form sent again (a lost
 * answer, an impatient tap) shows the same page with the same code.
 */
function send(visit: FlowVisit, draft: UnderWay | null): Move {
  const { questionnaire, request, today } = visit
  const withdrawalCode = handedOutCode(request.withdrawalCode ?? '')
  if (request.draft === null) return show(expiredPage(visit))
  if (draft === null) return recall(visit, expiredPage(visit))
  if (withdrawalCode === null) return show(readyPage(visit, draft, 422))
  const result = checkSent(questionnaire, (day) => askedAnswers(questionnaire, draft.answers, day), today)
  if (!result.ok) return show(lookAgain(visit, draft, result.findings))
  return { does: 'send', underWay: draft, checked: result.checked, withdrawalCode }
}

function recall({ request }: FlowVisit, otherwise: FlowPage): Move {
  if (request.draft === null) return show(otherwise)
  const isSent = request.go === 'submit' || request.onPage === 'done'
  const withdrawalCode = isSent ? handedOutCode(request.withdrawalCode ?? '') : null
  return { does: 'recall', id: readDraftField(request.draft).id, withdrawalCode, otherwise }
}

/**
 * An earlier answer that was changed can leave a later one that does not fit any more, or a question open that nobody
 * goes on without: the first screen with such a question, with what there is to look at.
 */
export function lookAgain(visit: FlowVisit, draft: UnderWay, findings: readonly Finding[]): FlowPage {
  const misfit = firstMisfit(visit.questionnaire, findings)
  if (misfit === null) return readyPage(visit, draft, 422)
  return screenPage(visit, draft, misfit.screen.id, { status: 422, findings: misfit.findings })
}

function screenOrReady(visit: FlowVisit, draft: UnderWay, screenId: string): FlowPage {
  return isScreen(visit, screenId) ? screenPage(visit, draft, screenId) : readyPage(visit, draft)
}

function again(visit: FlowVisit, draft: UnderWay, why: Parameters<typeof screenPage>[3]): FlowPage {
  const { screenId, given } = visit.request
  return screenPage(visit, draft, screenId, { ...why, status: 422, given })
}

/** The introduction as it was left: with what was typed and ticked on it, or with what is kept of that. */
function introduction(visit: FlowVisit, draft: UnderWay | null = null, findings: readonly Finding[] = []): FlowPage {
  const { page, request } = visit
  const given = request.go === 'start' || request.onPage === 'introduction' ? request.given : (draft?.answers ?? {})
  return introductionPage(
    visit,
    { code: page.access ?? '', given, findings, ...(draft && { draft: draftField(draft) }) },
    findings.length > 0 ? 422 : 200,
  )
}

function show(page: FlowPage): FirstMove {
  return { does: 'show', page }
}
