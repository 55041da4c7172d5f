import { problem } from '@klankbord/model'
import { closeWave, countResponses, findVersion, type Wave } from '@klankbord/storage'
import type { z } from 'zod'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { json } from '../http/reply.ts'
import { jsonRoute, type Route, type RouteRequest } from '../http/route.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { studyAt } from '../study/find-study.ts'
import { openLatest } from '../study/open-latest.ts'
import { waveSummary } from '../study/study-summary.ts'
import { changePlan } from '../waves/change-plan.ts'
import { NEW_WAVE, WAVE_CHANGES } from './wave-fields.ts'
import { auditWave, waveInPath } from './wave-in-path.ts'

const UNKNOWN = { 404: 'No such study or wave.' }

/** The waves of a study. */
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
