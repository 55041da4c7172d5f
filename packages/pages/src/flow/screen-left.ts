import { commentKey, type Answers, type Finding } from '@klankbord/model'
import { checkScreen, maskAnswers, route, type CheckedScreen } from '@klankbord/questionnaire'
import { begun } from './begun.ts'
import { misfitsOf } from './first-misfit.ts'
import type { FlowVisit, UnderWay } from './flow-visit.ts'

/**
 * What to keep of a screen on which somebody is still busy: `underWay`, null where there is nothing to keep, and what fits no
 * answer yet. That is no mistake, for whoever is busy may not be done.
 *
 * @param kept what is kept under the id that the form came with; null where nothing is
 */
export function chosenSoFar(
  visit: FlowVisit,
  kept: UnderWay | null,
): { readonly underWay: UnderWay | null; readonly typed: Readonly<Record<string, unknown>> } {
  const draft = kept ?? begun(visit)
  if (draft === null || !isScreen(visit, visit.request.screenId)) return { underWay: null, typed: {} }
  const whole = checkedScreen(visit, draft)
  const fitting = whole.ok ? visit.request.given : withoutMisfits(visit, draft, whole.findings).request.given
  const misfits = Object.entries(visit.request.given).filter(([key, value]) => fitting[key] !== value)
  return { underWay: changesOnLeaving(visit, draft), typed: Object.fromEntries(misfits) }
}

/** What is kept of a screen that somebody leaves; null where there is nothing to keep. */
export function changesOnLeaving(visit: FlowVisit, draft: UnderWay): UnderWay | null {
  const { request } = visit
  if (!isScreen(visit, request.screenId)) return null
  const whole = checkedScreen(visit, draft)
  const result = whole.ok ? whole : checkedScreen(withoutMisfits(visit, draft, whole.findings), draft)
  if (!result.ok) return null
  const isNothing = Object.keys({ ...draft.answers, ...result.answers }).length === 0
  if (draft.revision === 0 && isNothing) return null
  return changed(visit, draft, result.answers, request.askedAgain)
}

/** The same form with the answers that stood before in the place of those that don't fit. */
function withoutMisfits(visit: FlowVisit, { answers }: UnderWay, findings: readonly Finding[]): FlowVisit {
  const { questionnaire, request } = visit
  const screen = questionnaire.screens.find(({ id }) => id === request.screenId)
  const keys = misfitsOf(screen?.questions ?? [], findings).flatMap((name) => [name, commentKey(name)])
  const isMisfit = ([key]: readonly [string, unknown]): boolean => keys.includes(key)
  const fitting = Object.entries(request.given).filter((entry) => !isMisfit(entry))
  const before = Object.entries(answers).filter(isMisfit)
  return { ...visit, request: { ...request, given: Object.fromEntries([...fitting, ...before]) } }
}

/** The same with other answers, as they are to be kept. */
export function changed({ page }: FlowVisit, draft: UnderWay, answers: Answers, asked: readonly string[]): UnderWay {
  return {
    id: draft.id,
    answers,
    revision: draft.revision + 1,
    language: page.language,
    asked: [...new Set([...draft.asked, ...asked])],
    device: draft.device,
  }
}

/** Checks the screen that was sent. A page that stayed open while an earlier answer was changed may ask what is not asked any more. */
export function checkedScreen({ questionnaire, request, today }: FlowVisit, { answers }: UnderWay): CheckedScreen {
  const { asked } = route(questionnaire, answers, today)
  const keys = new Set([...asked].flatMap((name) => [name, commentKey(name)]))
  const still = Object.fromEntries(Object.entries(request.given).filter(([key]) => keys.has(key)))
  const given = maskAnswers(questionnaire, still)
  return checkScreen(questionnaire, request.screenId, answers, given, today)
}

/** Whether a form came from a screen, and not from another page. */
export function isScreen({ questionnaire }: FlowVisit, screenId: string): boolean {
  return questionnaire.screens.some(({ id }) => id === screenId)
}
