import { problem } from '@klankbord/model'
import { listProgrammes, moveStudy, programmeNamed } from '@klankbord/storage'
import { z } from 'zod'
import { json, nothing } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import { COORDINATORS } from '../staff/coordinators.ts'

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
    summary: 'Puts a study into a programme of its organisation, or into none.',
    responses: { 204: 'Done.', 404: 'No such study, or no such programme in its organisation.' },
    handler: async ({ params, body, staff }, context) => {
      const [studyId, { programmeId }] = [params['study'] ?? '', body]
      if (!(await moveStudy(context.database.db, studyId, programmeId))) {
        throw problem('unknownProgramme', { programme: programmeId ?? '' })
      }
      await audit(context, staff, { action: 'study.moved', studyId, details: { programme: programmeId } })
      return nothing(204)
    },
  }),
]
