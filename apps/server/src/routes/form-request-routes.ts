import { problem } from '@klankbord/model'
import { addFormRequest, countWaitingRequests, formRequestDone, isUuid, listFormRequests } from '@klankbord/storage'
import { z } from 'zod'
import { contactStore } from '../contacts/contact-store.ts'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { auditWave, waveInPath } from './wave-in-path.ts'

const REQUEST = z.strictObject({
  form: z.enum(['paper', 'telephone', 'talk']),
  name: z.string().trim().min(1).max(200),
  reach: z.string().trim().min(1).max(500),
})
const DONE = z.strictObject({ done: z.literal(true) })

const UNKNOWN = { 404: 'No such study or wave.' }

/** Who wants to take part in another way than the one that was offered. It says how they are reached, so who only reads along never sees it. */
export const formRequestRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/form-requests',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Who asked for paper, a telephone call or a talk, and how they are reached; those to be done first.',
    responses: { 200: 'The requests.', ...UNKNOWN },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const requests = await listFormRequests(contactStore(context), { studyId: wave.studyId, waveId: wave.id })
      await auditWave(request, context, wave, 'formRequests.seen', { requests: requests.length })
      return json(200, { requests })
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/form-requests/waiting',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'How many people still wait for paper, a telephone call or a talk; a number and nobody.',
    responses: { 200: 'The number.', ...UNKNOWN },
    handler: async (request, context) => {
      const { studyId, id: waveId } = await waveInPath(request, context)
      return json(200, { waiting: await countWaitingRequests(contactStore(context).db, { studyId, waveId }) })
    },
  }),
  jsonRoute(REQUEST, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/form-requests',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Keeps that somebody wants paper, a telephone call or a talk, apart from answers and sealed.',
    responses: { 201: 'The id of the request.', ...UNKNOWN, 422: 'A field is missing or wrong.' },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const id = await addFormRequest(contactStore(context), { studyId: wave.studyId, waveId: wave.id }, request.body)
      await auditWave(request, context, wave, 'formRequest.added', { form: request.body.form })
      return json(201, { id })
    },
  }),
  jsonRoute(DONE, {
    method: 'PATCH',
    path: '/api/studies/:study/waves/:wave/form-requests/:request',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Says that a request was met.',
    responses: { 200: 'It is noted.', 404: 'No such study, wave or request.', 422: 'A field is missing or wrong.' },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const id = request.params['request'] ?? ''
      const known =
        isUuid(id) && (await formRequestDone(contactStore(context).db, { studyId: wave.studyId, waveId: wave.id }, id))
      if (!known) throw problem('unknownFormRequest', { request: id })
      await auditWave(request, context, wave, 'formRequest.done', {})
      return json(200, { id, done: true })
    },
  }),
]
