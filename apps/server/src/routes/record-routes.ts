import { listLooks, listWaves } from '@klankbord/storage'
import { z } from 'zod'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type StaffSession } from '../http/route.ts'
import { lookAtAnswers } from '../single-answers/look-at-answers.ts'
import { RESEARCHERS } from '../staff/rights.ts'

/** Why somebody reads single answers. */
export const PURPOSE: z.ZodString = z.string().trim().min(3).max(500)
const CURSOR = z.string().max(100).nullable().optional()
export const LANGUAGE: z.ZodOptional<z.ZodString> = z.string().max(35).optional()

const LOOK = z.strictObject({
  purpose: PURPOSE,
  what: z.enum(['responses', 'openAnswers']),
  /** Where the page before ended. */
  after: CURSOR,
  language: LANGUAGE,
})

/** Single answers, for those who may read them, and the record of who did. */
export const recordRoutes: readonly Route[] = [
  jsonRoute(LOOK, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/looks',
    role: 'staff',
    output: 'staff',
    may: ['recordReader', ...RESEARCHERS],
    showsAnswers: true,
    summary:
      'Reads a page of single responses, or of open answers without background, for a purpose that is written down. Single responses of an anonymous wave only for record readers.',
    responses: {
      200: 'The page, and where to go on.',
      404: 'No such study or wave.',
      409: 'Too few people answered, or the round is a try-out.',
      422: 'A field is missing or wrong.',
    },
    handler: async ({ params, body, staff }, context) => {
      const wave = { studyId: params['study'] ?? '', waveId: params['wave'] ?? '' }
      return json(200, await lookAtAnswers(context, signedIn(staff), wave, { ...body, after: body.after ?? null }))
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/looks',
    role: 'staff',
    output: 'staff',
    may: ['privacyOfficer', 'administrator'],
    summary: 'Who looked at single answers of a study, when, at how many and what for; the first first.',
    responses: { 200: 'The looks.', 404: 'No such study.' },
    handler: async ({ params }, { database: { db } }) => {
      const study = params['study'] ?? ''
      const titles = new Map((await listWaves(db, study)).map(({ id, title }) => [id, title]))
      const looks = await listLooks(db, study)
      return json(200, { looks: looks.map((look) => ({ ...look, wave: titles.get(look.waveId) ?? {} })) })
    },
  }),
]

/** Staff of a route that only staff reach. */
export function signedIn(staff: StaffSession | null): StaffSession {
  if (staff === null) throw new Error('a route for staff was reached without a session')
  return staff
}
