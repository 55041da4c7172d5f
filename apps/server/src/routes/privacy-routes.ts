import { findHold, listHolds, listRedactions } from '@klankbord/storage'
import { z } from 'zod'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { placeHold, releaseHold } from '../retention/hold-study.ts'
import { answersToRedact } from '../single-answers/answers-to-redact.ts'
import { redactAnswer } from '../single-answers/redact-answer.ts'
import { waveOf } from '../study/find-study.ts'
import { LANGUAGE, PURPOSE, signedIn } from './record-routes.ts'

const LISTED = z.strictObject({
  purpose: PURPOSE,
  /** Only the open answers of this response, flagged or not. */
  response: z.uuid().nullable().optional(),
  after: z.uuid().nullable().optional(),
  language: LANGUAGE,
})
const PLACE = z.int().min(0).max(1_000_000)
const REDACTION = z.strictObject({
  response: z.uuid(),
  variable: z.string().min(1).max(200),
  /** Null: the whole text. */
  spans: z
    .array(z.strictObject({ start: PLACE, end: PLACE }))
    .min(1)
    .max(200)
    .nullable(),
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'the digest that came with the text'),
  why: z.string().trim().min(3).max(500),
})
const HOLD = z.strictObject({ reason: z.string().trim().min(3).max(500) })

const UNKNOWN = { 404: 'No such study, wave or answer.' }

/** What a privacy officer does: makes personal data unreadable, and holds what may not be deleted. */
export const privacyRoutes: readonly Route[] = [
  jsonRoute(LISTED, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/flagged',
    role: 'staff',
    output: 'staff',
    may: ['privacyOfficer'],
    showsAnswers: true,
    summary:
      'Open answers that likely hold personal data, or those of one response, without any other answer. The purpose is written down.',
    responses: {
      200: 'The answers.',
      ...UNKNOWN,
      409: 'Too few people answered, or the round is a try-out.',
      422: 'A field is wrong.',
    },
    handler: async ({ params, body, staff }, context) => {
      const wave = { studyId: params['study'] ?? '', waveId: params['wave'] ?? '' }
      const { response = null, after = null, purpose, language } = body
      return json(200, await answersToRedact(context, signedIn(staff), wave, { purpose, response, after, language }))
    },
  }),
  jsonRoute(REDACTION, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/redactions',
    role: 'staff',
    output: 'staff',
    may: ['privacyOfficer'],
    showsAnswers: true,
    summary: 'Makes stretches of an open answer unreadable for good, or all of it.',
    responses: {
      200: 'Done, with what still holds the words: backups, and editions that quote them.',
      ...UNKNOWN,
      409: 'The text is another one by now, the study is held, or the round is a try-out.',
      422: 'A field is wrong, or a stretch does not fit the text.',
    },
    handler: async ({ params, body, staff }, context) => {
      const wave = await waveOf(context, params['study'] ?? '', params['wave'] ?? '')
      const officer = signedIn(staff)
      const { backups, editions, uncleared, logs } = await redactAnswer(context, officer, wave, {
        ...body,
        by: officer.user.name,
      })
      return json(200, { backups, editions, cleared: uncleared.length === 0 && logs.every(({ gone }) => gone) })
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/redactions',
    role: 'staff',
    output: 'staff',
    may: ['privacyOfficer', 'administrator'],
    summary: 'What was made unreadable in a study: who, when and why, never what.',
    responses: { 200: 'The redactions, the first first.', ...UNKNOWN },
    handler: async ({ params }, { database }) =>
      json(200, { redactions: await listRedactions(database.db, params['study'] ?? '') }),
  }),
  ...holdRoutes(),
]

function holdRoutes(): readonly Route[] {
  const hold = { path: '/api/studies/:study/hold', role: 'staff', output: 'staff' } as const
  return [
    dataRoute({
      ...hold,
      method: 'GET',
      may: ['privacyOfficer', 'administrator'],
      summary: 'What holds a study now, so that nothing of it is deleted, and what held it before.',
      responses: { 200: 'The hold, or null, and all before.', ...UNKNOWN },
      handler: async ({ params }, { database: { db } }) => {
        const study = params['study'] ?? ''
        return json(200, { held: await findHold(db, study), holds: await listHolds(db, study) })
      },
    }),
    jsonRoute(HOLD, {
      ...hold,
      method: 'PUT',
      may: ['privacyOfficer'],
      summary: 'Holds a study: nothing of it is deleted or made unreadable until it is released.',
      responses: { 200: 'Held.', ...UNKNOWN, 409: 'It is held already.', 422: 'A reason is missing.' },
      handler: async ({ params, body, staff }, context) => {
        const officer = signedIn(staff)
        await placeHold(context, params['study'] ?? '', { staff: officer, by: officer.user.name }, body.reason)
        return json(200, { held: await findHold(context.database.db, params['study'] ?? '') })
      },
    }),
    dataRoute({
      ...hold,
      method: 'DELETE',
      may: ['privacyOfficer'],
      summary: 'Releases a study that was held.',
      responses: { 200: 'Released.', ...UNKNOWN, 409: 'Nothing holds it.' },
      handler: async ({ params, staff }, context) => {
        const officer = signedIn(staff)
        await releaseHold(context, params['study'] ?? '', { staff: officer, by: officer.user.name })
        return json(200, { held: null })
      },
    }),
  ]
}
