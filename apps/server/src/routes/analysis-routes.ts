import { z } from 'zod'
import { waveFrequencies } from '../analysis/wave-frequencies.ts'
import { waveComparison } from '../analysis/wave-comparison.ts'
import { auditAnalysis, variablesSeen } from '../analysis/audit-analysis.ts'
import { json } from '../http/reply.ts'
import { jsonRoute, type Route } from '../http/route.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { LEAST_DIFFERENCE, NAME, QUESTIONS, SHARE, TARGETS, WHERE } from './analysis-fields.ts'
import { waveInPath } from './wave-in-path.ts'

const FREQUENCIES = z.strictObject({
  questions: QUESTIONS,
  by: NAME.optional(),
  where: WHERE,
  targets: TARGETS.optional(),
})

const COMPARISON = z.strictObject({
  question: NAME,
  by: NAME,
  where: WHERE,
  leastDifference: LEAST_DIFFERENCE,
  share: SHARE,
  targets: TARGETS.optional(),
})

/** What any route here can answer, beside what each says itself. */
export const ANALYSIS_RESPONSES = {
  404: 'No such study or wave.',
  409: 'The round is a try-out or its answers are gone; or so few people are picked or left out of an anonymous round that it would tell of somebody; or more answered than there are.',
  413: 'The body is too large, or more figures are asked at once than one request takes.',
  422: 'A field is missing or wrong, a question is not there or cannot be used so, or no weights meet the margins.',
} as const

/** Figures of a wave for researchers. They show counts as they are: what leaves goes through publishing. */
export const analysisRoutes: readonly Route[] = [
  jsonRoute(FREQUENCIES, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/analysis/frequencies',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    showsAnswers: true,
    audited: 'analysis.seen',
    limit: 'export',
    summary:
      'What a wave answered, for researchers: bases, counts, shares and means with intervals, by group and weighted if asked. What leaves goes through publishing.',
    responses: { 200: 'The figures of each question.', ...ANALYSIS_RESPONSES },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const figures = await waveFrequencies(context, wave, request.body)
      const counted = figures.variables.map(({ name }) => name)
      const variables = variablesSeen(counted, request.body)
      await auditAnalysis(context, request.staff, wave, { kind: 'frequencies', variables, rows: figures.people })
      return json(200, figures)
    },
  }),
  jsonRoute(COMPARISON, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/analysis/comparison',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    showsAnswers: true,
    audited: 'analysis.seen',
    limit: 'export',
    summary:
      'Each group beside all others, for researchers: the difference with its interval, the test that fits, corrected for all comparisons, and whether it may be called one. What leaves goes through publishing.',
    responses: { 200: 'The comparisons.', ...ANALYSIS_RESPONSES },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const compared = await waveComparison(context, wave, request.body)
      const variables = variablesSeen([request.body.question], request.body)
      await auditAnalysis(context, request.staff, wave, { kind: 'comparison', variables, rows: compared.people })
      return json(200, compared)
    },
  }),
]
