import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { queueMails } from '../fieldwork/queue-mails.ts'
import { json, type Reply } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type RouteRequest } from '../http/route.ts'
import { auditOutbox } from '../mail/audit-outbox.ts'
import { emlOf, mboxPart } from '../mail/mail.ts'
import { studyOutbox, type Outbox, type ReadableMail } from '../mail/outbox.ts'
import { waveAt } from '../respondent/visit.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { waveInPath } from './wave-in-path.ts'

/** More than that nobody reads; the file has them all. */
const MOST_LISTED = 200
const MOST_NAMED = 20_000
const SENT_BYTES = 1024 * 1024

const MAILS = z.strictObject({
  kind: z.enum(['invitation', 'reminder']),
  /** For people of whom no language is known. */
  language: z.string().max(20).nullable().default(null),
  /** Reminds also who was reminded less than a week ago. */
  again: z.boolean().default(false),
  dryRun: z.boolean().default(false),
})
const SENT = z.strictObject({
  messages: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(MOST_NAMED)]),
})

const OF_STUDY = { role: 'staff', output: 'staff', may: RESEARCHERS } as const
const UNKNOWN = { 404: 'No such study, or no message of this id that was not sent.' }

/** Mail to people who are asked: written into the outbox, read there, downloaded, and noted as sent by hand. */
export const outboxRoutes: readonly Route[] = [
  jsonRoute(MAILS, {
    ...OF_STUDY,
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/invitations/mails',
    summary: 'Puts invitations or reminders for everybody who can be reached by mail into the outbox.',
    responses: {
      200: 'How many were: `queued`; and who gets none: `needLetter`, `withoutCode`, `remindedLately`.',
      404: 'No such study or wave.',
      409: 'Nobody was drawn.',
      410: 'The wave is closed.',
    },
    handler: async (request, context) => {
      const { address } = await waveInPath(request, context)
      return json(200, await queueMails(context, await waveAt(context, address), request.body, request.staff))
    },
  }),
  dataRoute({
    ...OF_STUDY,
    method: 'GET',
    path: '/api/studies/:study/outbox',
    summary:
      'Mail that was not sent yet, to whom and why not, at most two hundred; how many there are of each; whether the server sends mail.',
    responses: { 200: 'The outbox.', 404: 'No such study.' },
    handler: async (request, context) => {
      const box = outboxIn(request, context)
      const messages: object[] = []
      for await (const { id, kind, state, reason, mail } of box.unsent()) {
        if (messages.length === MOST_LISTED) break
        messages.push({ id, kind, state, reason, to: mail?.to ?? null })
      }
      await auditOutbox(context, request.staff, studyIn(request), 'seen', messages.length)
      return json(200, { counts: await box.counts(), messages, sends: context.settings.mail.server !== null })
    },
  }),
  dataRoute({
    ...OF_STUDY,
    method: 'GET',
    path: '/api/studies/:study/outbox.mbox',
    summary: 'All mail that was not sent yet as one file for mail programs (mbox). It goes on waiting.',
    responses: { 200: 'The file.', 404: 'No such study.' },
    handler: async (request, context) => {
      const parts: string[] = []
      for await (const message of outboxIn(request, context).readable()) {
        parts.push(mboxPart(await fileOf(message, context), context.clock.now()))
      }
      await auditOutbox(context, request.staff, studyIn(request), 'downloaded', parts.length)
      return fileReply(parts.join(''), 'text/plain; charset=utf-8', 'outbox.mbox')
    },
  }),
  jsonRoute(SENT, {
    ...OF_STUDY,
    method: 'POST',
    path: '/api/studies/:study/outbox/sent',
    bodyLimit: SENT_BYTES,
    summary: 'Notes that messages were sent by hand: all that are named or none. Their text goes.',
    responses: { 200: 'How many: `noted`.', ...UNKNOWN },
    handler: async (request, context) => {
      const box = outboxIn(request, context)
      const { messages } = request.body
      const noted = await box.noteSent(messages === 'all' ? await allIn(box) : messages)
      await auditOutbox(context, request.staff, studyIn(request), 'sent', noted)
      return json(200, { noted })
    },
  }),
  dataRoute({
    ...OF_STUDY,
    method: 'GET',
    path: '/api/studies/:study/outbox/:message',
    summary: 'One message as it will be read.',
    responses: { 200: 'Whom to, subject and text.', ...UNKNOWN },
    handler: async (request, context) => {
      const { id, kind, state, reason, mail } = await messageIn(request, context)
      await auditOutbox(context, request.staff, studyIn(request), 'read', 1)
      return json(200, { id, kind, state, reason, ...mail })
    },
  }),
  dataRoute({
    ...OF_STUDY,
    method: 'GET',
    path: '/api/studies/:study/outbox/:message/eml',
    summary: 'One message as a file for mail programs (.eml), marked as a draft. It goes on waiting.',
    responses: { 200: 'The file.', ...UNKNOWN },
    handler: async (request, context) => {
      const message = await messageIn(request, context)
      await auditOutbox(context, request.staff, studyIn(request), 'downloaded', 1)
      return fileReply(await fileOf(message, context), 'message/rfc822', `${message.id}.eml`)
    },
  }),
]

const studyIn = ({ params }: RouteRequest): string => params['study'] ?? ''

function outboxIn(request: RouteRequest, context: ServerContext): Outbox {
  return studyOutbox(context, { studyId: studyIn(request) })
}

function messageIn(request: RouteRequest, context: ServerContext): Promise<ReadableMail> {
  return outboxIn(request, context).find(request.params['message'] ?? '')
}

async function allIn(box: Outbox): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const { id } of box.readable()) ids.push(id)
  return ids
}

function fileOf({ id, mail }: ReadableMail, { settings }: ServerContext): Promise<string> {
  return emlOf({ ...mail, id }, settings.mail.from)
}

function fileReply(text: string, mediaType: string, name: string): Reply {
  const headers = { 'Content-Disposition': `attachment; filename="${name}"` }
  return { status: 200, headers, content: { kind: 'text', text, mediaType } }
}
