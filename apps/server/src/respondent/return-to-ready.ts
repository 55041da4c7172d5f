import { askedAnswers } from '@klankbord/questionnaire'
import type { Draft } from '@klankbord/storage'
import type { Reply } from '../http/reply.ts'
import { checkSent } from './check-sent.ts'
import { firstMisfit } from './first-misfit.ts'
import { readyPage, screenPage, type FormVisit } from './form-visit.ts'
import { unseenScreens, withScreenSeen } from './seen-parts.ts'

/**
 * Where somebody goes on who came from the page before sending: to the first screen that the change opened or with an
 * answer that fits no more, else back to that page.
 *
 * @param from the screen that was just left
 * @param before the mark of what was seen until then
 */
export function returnToReady(visit: FormVisit, draft: Draft, from: string, before: string): Reply {
  const { questionnaire } = visit.opened
  const { clock } = visit.page
  const seen = withScreenSeen(questionnaire, draft.answers, { seen: before, screenId: from }, clock)
  const unseen = unseenScreens(questionnaire, draft.answers, seen, clock)
  const result = checkSent(
    questionnaire,
    (today) => askedAnswers(questionnaire, draft.answers, today),
    visit.context.clock,
  )
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
