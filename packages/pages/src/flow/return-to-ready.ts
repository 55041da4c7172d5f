import { askedAnswers } from '@klankbord/questionnaire'
import { checkSent } from './check-sent.ts'
import { firstMisfit } from './first-misfit.ts'
import { readyPage, screenPage, type FlowPage } from './flow-page.ts'
import type { FlowVisit, UnderWay } from './flow-visit.ts'
import { unseenScreens, withScreenSeen } from './seen-parts.ts'

/**
 * Where somebody goes on who came from the page before sending: to the first screen that the change opened or with an
 * answer that fits no more, else back to that page.
 *
 * @param from the screen that was just left
 * @param before the mark of what was seen until then
 */
export function returnToReady(visit: FlowVisit, draft: UnderWay, from: string, before: string): FlowPage {
  const { questionnaire, today } = visit
  const seen = withScreenSeen(questionnaire, draft.answers, { seen: before, screenId: from }, today)
  const unseen = unseenScreens(questionnaire, draft.answers, seen, today)
  const result = checkSent(questionnaire, (day) => askedAnswers(questionnaire, draft.answers, day), today)
  const misfit = result.ok ? null : firstMisfit(questionnaire, result.findings)
  const screen = questionnaire.screens.find(({ id }) => unseen.has(id) || id === misfit?.screen.id)
  if (screen === undefined) return readyPage(visit, draft)
  const isNew = unseen.has(screen.id)
  return screenPage(visit, draft, screen.id, {
    seen,
    stored: from,
    ...(isNew || misfit === null ? {} : { status: 422, findings: misfit.findings }),
  })
}
