import { FRAME_COLUMNS } from '@klankbord/exchange'
import { problem } from '@klankbord/model'
import type { Wave } from '@klankbord/storage'
import { z } from 'zod'
import { drawInvitations } from '../fieldwork/draw-invitations.ts'
import { frameSummary } from '../fieldwork/frame-summary.ts'
import { framePlan, samplePlan } from '../fieldwork/sample-plan.ts'
import { takeFrameList, unknownColumns, type FrameReport } from '../fieldwork/take-frame-list.ts'
import { refused } from '../http/refused-request.ts'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { studyPolicy } from '../study/study-policy.ts'
import { auditWave, waveInPath } from './wave-in-path.ts'

/** Twenty thousand people with everything that a list may say of them, and as much again of what is not read. */
const LIST_BYTES = 16 * 1024 * 1024
/** Lines that are told; more say nothing new. */
const LINES_TOLD = 100

const LIST = z.strictObject({
  csv: z.string().max(LIST_BYTES),
  /** The header in the file, by our name of the column. */
  columns: z.record(z.string().max(20), z.string().trim().min(1).max(200)).default({}),
  dryRun: z.boolean().default(false),
})
const COUNT = z.int().min(0).max(100_000_000)
const STRATA = z.record(z.string().max(80), COUNT).refine((strata) => Object.keys(strata).length > 0, 'a stratum')
const PRECISION = z.strictObject({ margin: z.number(), expectedResponse: z.number() })
const WISH = PRECISION.extend({ population: COUNT.optional(), strata: STRATA.optional() }).refine(
  ({ population, strata }) => (population === undefined) !== (strata === undefined),
  'either a population or strata',
)
const DRAW = z
  .strictObject({
    seed: z.string().trim().max(200),
    everyone: z.literal(true).optional(),
    strata: STRATA.optional(),
    onePerAddress: z.boolean().default(false),
    /** Who was invited to another study in so many months before is left alone; 0 for nobody. */
    restMonths: z.int().min(0).max(120).default(6),
  })
  .refine(({ everyone, strata }) => (everyone === undefined) !== (strata === undefined), 'either everyone or strata')

const UNKNOWN = { 404: 'No such study or wave.' }

/** The list that a sample is drawn from, and the draw. No answer of these says who stands on it. */
export const frameRoutes: readonly Route[] = [
  jsonRoute(WISH, {
    method: 'POST',
    path: '/api/sample-plan',
    role: 'staff',
    output: 'open',
    changesNothing: true,
    summary: 'How many people to invite for a margin, and whether that is everyone. Needs no study.',
    responses: { 200: 'The plan.', 422: 'A field is missing or wrong.' },
    handler: async ({ body: { population, strata, ...precision } }, { settings }) =>
      json(200, samplePlan({ people: strata ?? population ?? 0, ...precision }, settings.policy)),
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/frame',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'The list of a wave in numbers: people by stratum, who may not be drawn and why, and how it was drawn.',
    responses: { 200: 'The numbers.', ...UNKNOWN },
    handler: async (request, context) =>
      json(200, await frameSummary(context, keysOf(await waveInPath(request, context)))),
  }),
  jsonRoute(LIST, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/frame',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    bodyLimit: LIST_BYTES,
    summary: 'Puts the people of a CSV on the list of a wave; with `dryRun` it only says what would happen.',
    responses: {
      200: 'What it comes to: numbers, and lines that were refused or say somebody twice. `added` is null when nothing was stored.',
      ...UNKNOWN,
      422: 'The file cannot be read as a list, or a column is unknown.',
    },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const { csv, columns, dryRun } = request.body
      const strange = unknownColumns(columns)
      if (strange.length > 0) throw problem('unknownListColumn', { columns: strange, known: FRAME_COLUMNS })
      const report = await takeFrameList(context, keysOf(wave), csv, { columns, dryRun })
      if (report.whole) throw wholeListRefused(report)
      const { people, added, refused: rows } = report
      const done = dryRun ? 'frame.checked' : 'frame.imported'
      await auditWave(request, context, wave, done, { people, added, refused: rows.length })
      return json(200, toldReport(report))
    },
  }),
  jsonRoute(PRECISION, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/frame/plan',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    changesNothing: true,
    summary: 'How many people of the list to invite for a margin, by stratum where it has strata.',
    responses: {
      200: 'The plan.',
      ...UNKNOWN,
      409: 'Nobody on the list may be drawn.',
      422: 'A field is missing or wrong.',
    },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const { strata } = await frameSummary(context, keysOf(wave))
      if (strata.every(({ eligible }) => eligible === 0)) throw problem('frameEmpty', { wave: wave.address })
      return json(200, framePlan(strata, request.body, await studyPolicy(context, wave.studyId)))
    },
  }),
  jsonRoute(DRAW, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/frame/draw',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Draws who is invited, once, and keeps how.',
    responses: {
      201: 'The record of the draw: numbers, seed and digests.',
      ...UNKNOWN,
      409: 'Nobody is on the list, or it was drawn from.',
      422: 'A field is missing or wrong, or a stratum unknown or forgotten.',
    },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const { seed, strata, onePerAddress, restMonths } = request.body
      const order = { seed, strata: strata ?? ('everyone' as const), onePerAddress, restMonths }
      const record = await drawInvitations(context, wave, order)
      const drawn = record.strata.reduce((sum, stratum) => sum + stratum.drawn, 0)
      await auditWave(request, context, wave, 'frame.drawn', { drawn, strata: record.strata.length })
      return json(201, record)
    },
  }),
]

const keysOf = ({ studyId, id }: Wave): { readonly studyId: string; readonly waveId: string } => ({
  studyId,
  waveId: id,
})

function wholeListRefused({ refused: rows }: FrameReport): Error {
  const last = rows.at(-1)
  return refused('listRefused', { line: last?.line ?? 1 }, last?.findings ?? [])
}

/** The first lines of each kind, with how many there are: what is wrong in a hundred lines is wrong in the next, too. */
function toldReport({ people, added, strata, excluded, doubles, refused: rows }: FrameReport): object {
  return {
    people,
    added,
    strata,
    excluded,
    doubles: { count: doubles.length, lines: doubles.slice(0, LINES_TOLD) },
    refused: { count: rows.length, lines: rows.slice(0, LINES_TOLD).map(({ line, findings }) => ({ line, findings })) },
  }
}
