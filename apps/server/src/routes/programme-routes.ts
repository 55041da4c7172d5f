import { problem } from '@klankbord/model'
import { listProgrammes, membersOf, moveStudy, programmeNamed, studyOrganisations } from '@klankbord/storage'
import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { json, nothing } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import { ADMINISTRATORS, BY_ADMINISTRATORS, COORDINATORS } from '../staff/coordinators.ts'

const NEW_PROGRAMME = z.strictObject({ name: z.string().trim().min(1).max(200) })
const PLACE = z.strictObject({ programmeId: z.uuid().nullable() })

/** Programmes: studies of an organisation that belong together, which somebody can have a role in. */
export const programmeRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/organisations/:organisation/programmes',
    role: 'staff',
    output: 'staff',
    may: COORDINATORS,
    summary: 'The programmes of an organisation.',
    responses: { 200: 'The programmes.' },
    handler: async ({ params }, { database }) =>
      json(200, { programmes: await listProgrammes(database.db, params['organisation'] ?? '') }),
  }),
  jsonRoute(NEW_PROGRAMME, {
    method: 'POST',
    path: '/api/organisations/:organisation/programmes',
    role: 'staff',
    output: 'staff',
    may: COORDINATORS,
    summary: 'A programme; one with this name is taken as it is.',
    responses: { 201: 'The programme.' },
    handler: async ({ params, body, staff }, context) => {
      const programme = await programmeNamed(context.database.db, params['organisation'] ?? '', body.name)
      const { id, organisationId } = programme
      await audit(context, staff, { action: 'programme.added', organisationId, details: { programme: id } })
      return json(201, programme)
    },
  }),
  jsonRoute(PLACE, {
    method: 'PUT',
    path: '/api/studies/:study/programme',
    role: 'staff',
    output: 'staff',
    may: COORDINATORS,
    summary:
      'Puts a study into a programme of its organisation, or into none; only administrators where somebody in it is what only they give.',
    responses: { 204: 'Done.', 404: 'No such study, or no such programme in its organisation.' },
    handler: async ({ params, body, staff }, context) => {
      const [studyId, { programmeId }] = [params['study'] ?? '', body]
      await refuseUnlessTheirsToMove(context, staff, studyId, programmeId)
      if (!(await moveStudy(context.database.db, studyId, programmeId))) {
        throw problem('unknownProgramme', { programme: programmeId ?? '' })
      }
      await audit(context, staff, { action: 'study.moved', studyId, details: { programme: programmeId } })
      return nothing(204)
    },
  }),
]

/**
 * To move a study gives everybody in one programme what they are there, and ends it for those of the other. Whoever may not
 * give that may not move it either: they could read single answers, or begin fieldwork without the council that agrees.
 *
 * @throws Problem `notAllowed`
 */
async function refuseUnlessTheirsToMove(
  { database: { db } }: ServerContext,
  staff: StaffSession | null,
  studyId: string,
  to: string | null,
): Promise<void> {
  if (staff?.rights.administrator === true) return
  const owner = (await studyOrganisations(db, studyId)).find((one) => one.owner)
  const touched = new Set([owner?.programmeId, to].filter((id) => typeof id === 'string'))
  const members = owner === undefined ? [] : await membersOf(db, owner.organisationId)
  const given = members.some(({ programmeId = null, role }) => {
    return programmeId !== null && touched.has(programmeId) && BY_ADMINISTRATORS.includes(role)
  })
  if (given) throw problem('notAllowed', { roles: ADMINISTRATORS })
}
