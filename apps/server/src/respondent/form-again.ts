import { finding } from '@klankbord/model'
import { parseForm, readDraftField, screenPage } from '@klankbord/pages'
import type { Entrance } from '../access/code-entrance.ts'
import type { Reply } from '../http/reply.ts'
import type { FormFields } from '../http/route.ts'
import { flowVisit, replyOf } from './form-visit.ts'
import { formContext, rememberedWave, type WebChannel } from './visit.ts'

/**
 * The page that was sent while the database was away, with everything that was filled in still on it, so that
 * it can be sent again; null when the page holds no answers, or nobody came to this wave here before.
 */
export function formAgain(
  { context, visitor }: Omit<Entrance, 'opened'>,
  address: string,
  fields: FormFields,
  channel: WebChannel,
): Reply | null {
  const opened = rememberedWave(context, address)
  if (opened === null) return null
  const request = parseForm(opened.questionnaire, fields)
  if (request.findings.length > 0 || request.draft === null || request.screenId === '') return null
  const page = formContext(context, opened, request, channel)
  const { id, kept, revision, device } = readDraftField(request.draft)
  const draft = { id, answers: {}, revision: kept ? (revision ?? 1) : 0, device }
  const visit = flowVisit({ context, opened, visitor, page, request })
  const again = screenPage(visit, draft, request.screenId, {
    status: 503,
    given: request.given,
    earlierUnknown: true,
    findings: [finding('databaseUnavailable', '', {})],
  })
  const reply = replyOf(opened, again)
  return { ...reply, headers: { ...reply.headers, 'Retry-After': '5' } }
}
