import { renderDone, renderWithdrawn } from '@klankbord/pages'
import type { Finding } from '@klankbord/model'
import { askedAnswers } from '@klankbord/questionnaire'
import { isStored, isWithdrawn, type Draft } from '@klankbord/storage'
import { plausibleCode, storeWithCode } from '../access/code-entrance.ts'
import type { Reply } from '../http/reply.ts'
import { checkSent } from './check-sent.ts'
import { readDraftField } from './draft-field.ts'
import { keptDraft } from './draft-of-page.ts'
import { firstMisfit } from './first-misfit.ts'
import { expiredNotice, readyPage, respondentPage, screenPage, type FormVisit } from './form-visit.ts'
import { referenceOf } from './visit.ts'
import { handedOutCode, withdrawalHash } from './withdrawal-code.ts'

/**
 * Sends the answers under the id of their draft. The withdrawal code stands in the form that is sent, so
 * the same form sent again (a lost answer, an impatient tap) shows the same page with the same code.
 */
export async function send(visit: FormVisit): Promise<Reply> {
  const { context, opened, page, request } = visit
  const code = handedOutCode(request.withdrawalCode ?? '')
  if (request.draft === null) return expiredNotice(visit)
  const draft = await keptDraft(visit)
  if (draft === null) return afterSending(visit, readDraftField(request.draft).id, code)
  if (code === null) return readyPage(visit, draft, 422)
  const { questionnaire } = opened
  const result = checkSent(questionnaire, (today) => askedAnswers(questionnaire, draft.answers, today), context.clock)
  if (!result.ok) return lookAgain(visit, draft, result.findings)
  const outcome = await storeWithCode(visit, {
    id: draft.id,
    checked: result.checked,
    language: page.language,
    withdrawalHash: withdrawalHash(code),
    codeHash: plausibleCode(visit, page.access ?? ''),
    channel: page.kiosk === true ? 'kiosk' : 'web',
    help: request.help ?? 'notKnown',
  })
  if (outcome === 'withdrawn') return withdrawn(visit)
  return outcome === 'conflict' ? expiredNotice(visit) : done(visit, code)
}

/**
 * An earlier answer that was changed can leave a later one that does not fit any more, or a question open that nobody
 * goes on without: the first screen with such a question, with what there is to look at.
 */
function lookAgain(visit: FormVisit, draft: Draft, findings: readonly Finding[]): Reply {
  const misfit = firstMisfit(visit.opened.questionnaire, findings)
  if (misfit === null) return readyPage(visit, draft, 422)
  return screenPage(visit, draft, misfit.screen.id, { status: 422, findings: misfit.findings })
}

/** The draft is gone: sent before, by this very form, or forgotten. */
async function afterSending(visit: FormVisit, id: string, code: string | null): Promise<Reply> {
  const { context, opened } = visit
  const sent =
    code !== null &&
    (await isStored(context.database.db, referenceOf(opened), { id, withdrawalHash: withdrawalHash(code) }))
  if (sent) return done(visit, code)
  return (await isWithdrawn(context.database.db, opened.study.id, id)) ? withdrawn(visit) : expiredNotice(visit)
}

function withdrawn({ page }: FormVisit): Reply {
  return respondentPage(410, renderWithdrawn(page))
}

function done({ opened, page }: FormVisit, code: string): Reply {
  return respondentPage(200, renderDone(opened.questionnaire, page, { withdrawalCode: code }))
}
