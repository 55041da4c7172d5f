import { problem } from '@klankbord/model'
import { closeWave, countResponses, findVersion, listOrganisations, type Wave } from '@klankbord/storage'
import { z } from 'zod'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { json } from '../http/reply.ts'
import { jsonRoute, type Route, type RouteRequest } from '../http/route.ts'
import { changeReaders } from '../publication/change-readers.ts'
import { publishWave } from '../publication/publish-wave.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { studyAt } from '../study/find-study.ts'
import { openLatest } from '../study/open-latest.ts'
import { publicationSummary, waveSummary } from '../study/study-summary.ts'
import { changePlan } from '../waves/change-plan.ts'
import { NEW_WAVE, WAVE_CHANGES } from './wave-fields.ts'
import { auditWave, waveInPath } from './wave-in-path.ts'

/** Who may read: everybody when left out. */
const PUBLISHING = z.strictObject({ readers: z.enum(['members', 'everybody']).optional() })
const READERS = z.strictObject({ state: z.enum(['public', 'withdrawn']) })

const UNKNOWN = { 404: 'No such study or wave.' }

/** The waves of a study, and what is published of them. */
export const waveRoutes: readonly Route[] = [
  jsonRoute(NEW_WAVE, {
    method: 'POST',
    path: '/api/studies/:study/waves',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary:
      'Makes a wave with the latest version, at once or from a day on: for anybody with its link, or with a code for each person.',
    responses: {
      201: 'The wave.',
      ...UNKNOWN,
      409: 'No version is published yet.',
      422: 'A field is missing or wrong, or the version has questions that no web page can ask.',
    },
    handler: async (request, context) => {
      const { mode = 'open', ...fields } = request.body
      const study = await studyAt(context, request.params['study'] ?? '')
      const wave = await openLatest(context, study, { ...fields, mode })
      await auditWave(request, context, wave, wave.tryOut ? 'wave.triedOut' : 'wave.opened', { mode })
      return json(201, await waveSummary(context, wave, 0))
    },
  }),
  jsonRoute(WAVE_CHANGES, {
    method: 'PATCH',
    path: '/api/studies/:study/waves/:wave',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Closes a wave for good, or changes its days, languages, ways, limits, or how many people there are.',
    responses: {
      200: 'The wave.',
      ...UNKNOWN,
      409: 'The wave began already, so this is fixed.',
      410: 'The wave is closed already.',
      422: 'A field is wrong, or does not fit the questionnaire.',
    },
    handler: async (request, context) => {
      const wave = await changedWave(request, context, await waveInPath(request, context))
      const answers = wave.tryOut ? 0 : await countResponses(context.database.db, wave.studyId, wave.id)
      return json(200, await waveSummary(context, wave, answers))
    },
  }),
  jsonRoute(PUBLISHING, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/publications',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Publishes the results of a wave as its next edition, for everybody or for `members`.',
    responses: {
      201: 'The publication, with `leftOut`: names in the plan that this version does not ask in a form that can be counted.',
      ...UNKNOWN,
      409: 'Too few answers, or too close to what was published before.',
      422: 'The plan names what cannot be published, or the body is refused.',
    },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const { readers = 'everybody' } = request.body
      const state = readers === 'members' ? 'members' : 'public'
      const { publication, leftOut } = await publishWave(context, wave, state)
      const { id, edition, publishedOn } = publication
      await auditWave(request, context, wave, 'results.published', { edition, readers })
      const summary = publicationSummary(
        context,
        { id, edition, publishedOn, waveId: wave.id, state, organisationId: null },
        [],
      )
      return json(201, leftOut.length > 0 ? { ...summary, leftOut } : summary)
    },
  }),
  jsonRoute(READERS, {
    method: 'PATCH',
    path: '/api/studies/:study/publications/:publication',
    role: 'staff',
    output: 'open',
    may: RESEARCHERS,
    summary: 'Lets everybody read what was published for members, or withdraws a publication.',
    responses: {
      200: 'Who may read it now.',
      404: 'No such study or publication.',
      409: 'It was withdrawn, or stays with the members of one organisation.',
      422: 'Only that is possible.',
    },
    handler: async (request, context) => {
      const { study = '', publication = '' } = request.params
      const place = { studyId: study, publication }
      const changed = await changeReaders(context, request.staff, place, request.body.state)
      const organisations = await listOrganisations(context.database.db)
      return json(200, { ...publicationSummary(context, changed, organisations), state: changed.state })
    },
  }),
]

/** Plans first: what is closed at once cannot be planned any more. */
async function changedWave(
  request: RouteRequest<z.output<typeof WAVE_CHANGES>>,
  context: ServerContext,
  before: Wave,
): Promise<Wave> {
  const { state, ...fields } = request.body
  const { db } = context.database
  let wave = before
  if (Object.keys(fields).length > 0) {
    const version = await findVersion(db, wave.studyId, wave.version)
    if (version === null) throw problem('unknownVersion', { version: wave.version })
    wave = await changePlan(context, wave, version.questionnaire, fields)
    await auditWave(request, context, wave, 'wave.planned', { changed: Object.keys(fields) })
  }
  if (state === undefined) return wave
  wave = await closeWave(db, { studyId: wave.studyId, waveId: wave.id }, todayAt(context.clock.now()).today)
  await auditWave(request, context, wave, 'wave.closed', {})
  return wave
}
