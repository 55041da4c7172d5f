import {
  addComment,
  countResponsesByWave,
  listComments,
  listWaves,
  resolveComment,
  studyOrganisations,
  type StudyComment,
} from '@klankbord/storage'
import { compileText } from '@klankbord/questionnaire'
import { z } from 'zod'
import { todayAt } from '../clock.ts'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import { COMMENTERS, rolesInStudy, type StaffRole } from '../staff/rights.ts'
import { studyAt } from '../study/find-study.ts'
import { signedIn } from './record-routes.ts'

const COMMENT = z.strictObject({
  /** A JSON pointer into the definition, the name of a question, "wave/ID" or "publication/ID"; empty for the study. */
  place: z.string().max(300).default(''),
  text: z.string().trim().min(1).max(2000),
})
const RESOLVED = z.strictObject({ resolved: z.literal(true) })

const OUTLINE: readonly StaffRole[] = [...COMMENTERS, 'recordReader', 'privacyOfficer']
const UNKNOWN = { 404: 'No such study or comment.' }

/** What staff say about a study to each other, and the little that everybody who works on it sees of it. */
export const commentRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/outline',
    role: 'staff',
    output: 'staff',
    may: OUTLINE,
    summary: 'The title of a study, its questions, its waves with how many answered, and what who asks is in it.',
    responses: { 200: 'The outline.', ...UNKNOWN },
    handler: async ({ params, staff }, context) => {
      const { db } = context.database
      const { id, title, organisation, sample, tryOut, definition } = await studyAt(context, params['study'] ?? '')
      const [waves, counts, organisations] = await Promise.all([
        listWaves(db, id),
        countResponsesByWave(db, id),
        studyOrganisations(db, id),
      ])
      const { rights } = signedIn(staff)
      const roles = rolesInStudy(rights, organisations, id, false)
      return json(200, {
        id,
        title,
        organisation,
        sample,
        tryOut: tryOut || context.settings.tryOut,
        waves: waves.map((wave) => ({
          id: wave.id,
          title: wave.title,
          mode: wave.mode,
          state: wave.state,
          answers: counts.get(wave.id) ?? 0,
        })),
        questions:
          compileText(definition.text).questionnaire?.questions.map(({ name, title: asked }) => ({
            name,
            title: asked,
          })) ?? [],
        roles: rights.administrator ? [...roles, 'administrator'] : roles,
      })
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/comments',
    role: 'staff',
    output: 'staff',
    may: COMMENTERS,
    summary: 'What staff said about a study, the first first.',
    responses: { 200: 'The comments.', ...UNKNOWN },
    handler: async ({ params }, { database }) => {
      const comments = await listComments(database.db, params['study'] ?? '')
      return json(200, { comments: comments.map(shown) })
    },
  }),
  jsonRoute(COMMENT, {
    method: 'POST',
    path: '/api/studies/:study/comments',
    role: 'staff',
    output: 'staff',
    may: COMMENTERS,
    summary: 'Says something about a study, or about a part of it.',
    responses: { 201: 'The comment.', ...UNKNOWN, 422: 'A field is missing or wrong.' },
    handler: async ({ params, body, staff }, context) => {
      const { user } = signedIn(staff)
      const studyId = params['study'] ?? ''
      const at = context.clock.now()
      const by = { id: user.id, name: user.name }
      const comment = await addComment(context.database.db, studyId, { ...body, by, at })
      await audit(context, staff, { action: 'comment.added', studyId, details: { comment: comment.id } })
      return json(201, shown(comment))
    },
  }),
  jsonRoute(RESOLVED, {
    method: 'PATCH',
    path: '/api/studies/:study/comments/:comment',
    role: 'staff',
    output: 'staff',
    may: COMMENTERS,
    summary: 'Says that a comment was dealt with.',
    responses: { 200: 'Resolved.', ...UNKNOWN, 422: 'A field is missing or wrong.' },
    handler: async ({ params, staff }, context) => {
      const { user } = signedIn(staff)
      const [studyId, comment] = [params['study'] ?? '', params['comment'] ?? '']
      const on = todayAt(context.clock.now()).today
      await resolveComment(context.database.db, studyId, comment, { by: user.name, on })
      await audit(context, staff, { action: 'comment.resolved', studyId, details: { comment } })
      return json(200, { resolved: { by: user.name, on } })
    },
  }),
]

const shown = ({ id, place, text, by, at, resolved }: StudyComment): object => ({
  id,
  place,
  text,
  by: by.name,
  at: at.toISOString(),
  resolved,
})
