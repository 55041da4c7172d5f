import { summarizePlaces } from '@klankbord/model'
import { addPlaceCount, listPlaceCounts } from '@klankbord/storage'
import { z } from 'zod'
import { todayAt } from '../clock.ts'
import { studyAccount } from '../fieldwork/study-account.ts'
import { wavePatterns } from '../fieldwork/wave-patterns.ts'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { RESEARCHERS, type StaffRole } from '../staff/rights.ts'
import { auditWave, waveInPath } from './wave-in-path.ts'

/** They read along: numbers, never how somebody is reached. */
const READERS: readonly StaffRole[] = [...RESEARCHERS, 'coResearcher']
/** Who counts on the street. */
const COUNTERS: readonly StaffRole[] = [...READERS, 'interviewer']

const COUNT = z.int().min(0).max(1_000_000)
const PLACE = z.strictObject({
  place: z.string().trim().min(1).max(100),
  /** Today when left out. */
  on: z.iso.date().optional(),
  approached: COUNT.nullable().default(null),
  refused: COUNT.nullable().default(null),
  started: COUNT,
  finished: COUNT,
})

const UNKNOWN = { 404: 'No such study or wave.' }

/** How fieldwork goes: the account, what was counted where there is no list, and patterns. */
export const fieldworkRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/account',
    role: 'staff',
    output: 'staff',
    may: READERS,
    summary:
      'What became of everybody who was invited, in numbers that balance; of an anonymous wave two margins, never their cross.',
    responses: { 200: 'The account, with what was counted at places.', ...UNKNOWN, 409: 'It does not balance.' },
    handler: async (request, context) => json(200, await studyAccount(context, await waveInPath(request, context))),
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/places',
    role: 'staff',
    output: 'staff',
    may: READERS,
    summary: 'What was counted at places, by day.',
    responses: { 200: 'The counts.', ...UNKNOWN },
    handler: async (request, context) => {
      const { studyId, id: waveId } = await waveInPath(request, context)
      return json(200, { places: await listPlaceCounts(context.database.db, { studyId, waveId }) })
    },
  }),
  jsonRoute(PLACE, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/places',
    role: 'staff',
    output: 'staff',
    may: COUNTERS,
    summary: 'Keeps what somebody counted at a place on a day.',
    responses: {
      201: 'The count, with `findings` where it cannot be so; it is kept all the same.',
      ...UNKNOWN,
      422: 'A field is missing or wrong.',
    },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const count = { ...request.body, on: request.body.on ?? todayAt(context.clock.now()).today }
      await addPlaceCount(context.database.db, { studyId: wave.studyId, waveId: wave.id }, count)
      await auditWave(request, context, wave, 'place.counted', { started: count.started, finished: count.finished })
      return json(201, { count, findings: summarizePlaces([count]).findings })
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/patterns',
    role: 'staff',
    output: 'staff',
    may: READERS,
    summary: 'Signs that somebody may have answered many times or without reading, as counts: never whose.',
    responses: { 200: 'The signs; a count below `leastGroup` is null.', ...UNKNOWN },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      await auditWave(request, context, wave, 'patterns.seen', {})
      return json(200, await wavePatterns(context, wave))
    },
  }),
]
