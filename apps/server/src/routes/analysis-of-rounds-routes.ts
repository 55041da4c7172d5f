import { problem } from '@klankbord/model'
import { z } from 'zod'
import { auditAnalysis, type SeenAnalysis } from '../analysis/audit-analysis.ts'
import type { ToldRound } from '../analysis/asked-rounds.ts'
import { benchmark, MOST_COMPARED } from '../analysis/benchmark.ts'
import { MOST_ROUNDS, trendOfQuestion } from '../analysis/trend-of-question.ts'
import { waveResponse } from '../analysis/wave-response.ts'
import { waveScales } from '../analysis/wave-scales.ts'
import { waveWeights } from '../analysis/wave-weights.ts'
import type { ServerContext } from '../context.ts'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type RouteRequest } from '../http/route.ts'
import { ownStudies, refuseWithoutSecondFactor, RESEARCHERS } from '../staff/rights.ts'
import { ANSWERS, LEAST_DIFFERENCE, NAME, TARGETS } from './analysis-fields.ts'
import { ANALYSIS_RESPONSES } from './analysis-routes.ts'
import { waveInPath } from './wave-in-path.ts'

const WEIGHTS = z.strictObject({ targets: TARGETS })
const ID = z.uuid()
const FOLLOWED = { question: NAME, answers: ANSWERS, leastDifference: LEAST_DIFFERENCE }
const TREND = z.strictObject({ ...FOLLOWED, waves: z.array(ID).min(2).max(MOST_ROUNDS).optional() })
const BENCHMARK = z.strictObject({
  ...FOLLOWED,
  wave: ID,
  others: z
    .array(z.strictObject({ study: ID, wave: ID }))
    .min(1)
    .max(MOST_COMPARED),
})

/** What all of them have in common: figures as they are, so for who may read the answers. */
const FOR_RESEARCHERS = {
  role: 'staff',
  output: 'staff',
  may: RESEARCHERS,
  showsAnswers: true,
  audited: 'analysis.seen',
  limit: 'export',
} as const

/** Figures of rounds for researchers: weights, response, scales, and rounds beside each other. */
export const analysisOfRoundsRoutes: readonly Route[] = [
  jsonRoute(WEIGHTS, {
    ...FOR_RESEARCHERS,
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/analysis/weights',
    summary:
      'How a wave would be weighted to known margins, for researchers: the margins as reached, what trimming missed, and what the weights cost. No weight of anybody.',
    responses: { 200: 'What the weighting came to.', ...ANALYSIS_RESPONSES },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const weights = await waveWeights(context, wave, request.body.targets)
      const variables = request.body.targets.margins.map(({ variable }) => variable)
      await auditAnalysis(context, request.staff, wave, { kind: 'weights', variables, rows: weights.people })
      return json(200, weights)
    },
  }),
  dataRoute({
    ...FOR_RESEARCHERS,
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/analysis/response',
    summary:
      'Who answered a wave and who is missing, for researchers, by group of the list; without a list there is no response rate.',
    responses: { 200: 'The response; `basis` says what a rate is made of.', ...ANALYSIS_RESPONSES },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const response = await waveResponse(context, wave)
      const variables = response.missing.map(({ variable }) => variable)
      await auditAnalysis(context, request.staff, wave, { kind: 'response', variables, rows: response.answered })
      return json(200, response)
    },
  }),
  dataRoute({
    ...FOR_RESEARCHERS,
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/analysis/scales',
    summary:
      'How the scales of the questionnaire did in a wave, for researchers: alpha, each item with the rest, floor and ceiling, mean score with its interval.',
    responses: { 200: 'The figures of each scale.', ...ANALYSIS_RESPONSES },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const scales = await waveScales(context, wave)
      const variables = scales.scales.map(({ name }) => name)
      await auditAnalysis(context, request.staff, wave, { kind: 'scales', variables, rows: scales.people })
      return json(200, scales)
    },
  }),
  jsonRoute(TREND, {
    ...FOR_RESEARCHERS,
    method: 'POST',
    path: '/api/studies/:study/analysis/trend',
    summary:
      'A figure over the rounds of a study, for researchers, with intervals and differences; nothing is compared across a break of wording, answers, who is asked or way of answering.',
    responses: { 200: 'The rounds in order of time, and each beside the one before.', ...ANALYSIS_RESPONSES },
    handler: async (request, context) => {
      const trend = await trendOfQuestion(context, request.params['study'] ?? '', request.body)
      await auditRounds(request, context, 'trend', trend.rounds)
      return json(200, trend)
    },
  }),
  jsonRoute(BENCHMARK, {
    ...FOR_RESEARCHERS,
    method: 'POST',
    path: '/api/studies/:study/analysis/benchmark',
    summary:
      'A figure of a round beside rounds of other studies that the same researcher may read; only where words, answers and way of answering are the same.',
    responses: { 200: 'The figure, and each other round with its figure or why there is none.', ...ANALYSIS_RESPONSES },
    handler: async (request, context) => {
      await refuseUnlessOwn(request, context)
      const told = await benchmark(context, request.params['study'] ?? '', request.body)
      const compared = told.others.flatMap(({ round }) => (round === null ? [] : [round]))
      await auditRounds(request, context, 'benchmark', [told.own, ...compared])
      return json(200, told)
    },
  }),
]

/** The path names one study only: of the others, too, somebody must be a researcher, and answers of people ask a second factor. */
async function refuseUnlessOwn(
  { staff, body: { others } }: RouteRequest<z.output<typeof BENCHMARK>>,
  context: ServerContext,
): Promise<void> {
  const studies = [...new Set(others.map(({ study }) => study))].map((id) => ({ id }))
  const own = staff === null ? [] : await ownStudies(context, staff.rights, studies, RESEARCHERS)
  for (const { id } of studies) {
    if (!own.some((one) => one.id === id)) throw problem('unknownStudy', { study: id })
    await refuseWithoutSecondFactor(context, staff?.secondFactor === true, id)
  }
}

/** A line for each round of which somebody saw a figure, in the log of its study. */
async function auditRounds(
  { staff, body: { question } }: RouteRequest<{ readonly question: string }>,
  context: ServerContext,
  kind: SeenAnalysis['kind'],
  rounds: readonly ToldRound[],
): Promise<void> {
  for (const { study: studyId, wave: id, answered } of rounds)
    await auditAnalysis(context, staff, { studyId, id }, { kind, variables: [question], rows: answered })
}
