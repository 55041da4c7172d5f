import { problem } from '@klankbord/model'
import { listOrganisations, studyOrganisations } from '@klankbord/storage'
import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { json, nothing } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type RouteRequest } from '../http/route.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { studyAt } from '../study/find-study.ts'
import { shareWith, stopSharingWith } from '../study/share-study.ts'

const PART = z.strictObject({
  part: z
    .strictObject({ variable: z.string().max(200), value: z.int().min(-32768).max(32767) })
    .nullable()
    .default(null),
})
const UNKNOWN = { 404: 'No such study or organisation, or it is the one whose study it is.' }

/** Which organisations a study is shared with, and whose respondents are whose. */
export const sharingRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/organisations',
    role: 'staff',
    output: 'open',
    may: RESEARCHERS,
    summary: 'The organisations that a study is of and shared with, and which respondents are whose.',
    responses: { 200: 'The organisations, the owner first.', ...UNKNOWN },
    handler: async ({ params }, { database }) => {
      const names = new Map((await listOrganisations(database.db)).map(({ id, name }) => [id, name]))
      const organisations = await studyOrganisations(database.db, params['study'] ?? '')
      const named = organisations.map((one) => ({ ...one, name: names.get(one.organisationId) ?? '' }))
      return json(200, { organisations: named })
    },
  }),
  jsonRoute(PART, {
    method: 'PUT',
    path: '/api/studies/:study/organisations/:organisation',
    role: 'staff',
    output: 'open',
    may: RESEARCHERS,
    summary: 'Shares a study: its members see the total, and with a `part` a publication of their own respondents.',
    responses: {
      204: 'Shared.',
      ...UNKNOWN,
      409: 'The other parts go by another question.',
      422: 'The part is not one answer of a question with one choice.',
    },
    handler: async (request, context) => {
      const organisationId = await knownOrganisation(request, context)
      const study = await studyAt(context, request.params['study'] ?? '')
      await shareWith(context, request.staff, study, { organisationId, part: request.body.part })
      return nothing(204)
    },
  }),
  dataRoute({
    method: 'DELETE',
    path: '/api/studies/:study/organisations/:organisation',
    role: 'staff',
    output: 'open',
    may: RESEARCHERS,
    summary: 'Ends that a study is shared with an organisation.',
    responses: { 204: 'No longer shared.', ...UNKNOWN },
    handler: async (request, context) => {
      const organisationId = await knownOrganisation(request, context)
      await stopSharingWith(context, request.staff, request.params['study'] ?? '', organisationId)
      return nothing(204)
    },
  }),
]

/** @throws Problem `unknownOrganisation` */
async function knownOrganisation({ params }: RouteRequest, { database }: ServerContext): Promise<string> {
  const id = params['organisation'] ?? ''
  const known = (await listOrganisations(database.db)).some((one) => one.id === id)
  if (!known) throw problem('unknownOrganisation', { organisation: id })
  return id
}
