import { consentOf } from '@klankbord/questionnaire'
import { z } from 'zod'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route } from '../http/route.ts'
import { ANSWERS_ON_PAGE } from '../single-answers/look-at-answers.ts'
import { looseAnswers } from '../single-answers/open-answer-list.ts'
import { readableWave } from '../single-answers/readable-wave.ts'
import { decideAboutQuote, proposeWords, shownQuotes } from '../single-answers/study-quotes.ts'
import { audit } from '../staff/audit.ts'
import { RESEARCHERS, type StaffRole } from '../staff/rights.ts'
import { signedIn } from './record-routes.ts'

const PROPOSAL = z.strictObject({
  wave: z.uuid(),
  /** The key of the answer that the words are from. */
  key: z.string().regex(/^[0-9a-f]{64}$/, 'the key of an answer'),
  text: z.string().trim().min(1).max(2000),
})
const DECISION = z.strictObject({ state: z.enum(['released', 'refused']) })

const QUOTERS: readonly StaffRole[] = [...RESEARCHERS, 'clientExpert']
const UNKNOWN = { 404: 'No such study, wave or quote.' }

/** From what somebody wrote to what is published of it: a researcher proposes, a client expert releases. */
export const quoteRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/waves/:wave/quote-candidates',
    role: 'staff',
    output: 'staff',
    query: { after: 'The last candidate of the page before.' },
    may: RESEARCHERS,
    showsAnswers: true,
    summary:
      'Open answers of people who agreed to be quoted, each apart from the rest of its response; from the one after the key in `after`.',
    responses: {
      200: 'The answers, and where to go on.',
      ...UNKNOWN,
      409: 'Too few people answered, or the round is a try-out.',
    },
    handler: async ({ params, query, staff }, context) => {
      const readable = await readableWave(context, params['study'] ?? '', params['wave'] ?? '')
      const found = await looseAnswers(context, readable, {
        after: query['after'] ?? null,
        most: ANSWERS_ON_PAGE,
        language: query['language'],
        quotable: true,
      })
      const details = { wave: readable.wave.id, answers: found.answers.length }
      await audit(context, staff, { action: 'quotes.candidatesSeen', studyId: readable.wave.studyId, details })
      const asks = readable.questionnaire.questions.some((question) => consentOf(question) === 'quote')
      return json(200, { asks, ...found })
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/quotes',
    role: 'staff',
    output: 'staff',
    may: QUOTERS,
    showsAnswers: true,
    summary: 'What is proposed, released, refused and taken back as a quote.',
    responses: { 200: 'The quotes.', ...UNKNOWN },
    handler: async ({ params, query, staff }, context) =>
      json(200, { quotes: await shownQuotes(context, signedIn(staff), params['study'] ?? '', query['language']) }),
  }),
  jsonRoute(PROPOSAL, {
    method: 'POST',
    path: '/api/studies/:study/quotes',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    showsAnswers: true,
    summary: 'Proposes words of an answer as a quote, with […] where something is left out.',
    responses: {
      201: 'Proposed.',
      ...UNKNOWN,
      409: 'Its sender did not agree to be quoted, too few people answered, or the round is a try-out.',
      422: 'A field is wrong, or the words are not in the answer.',
    },
    handler: async ({ params, body, staff }, context) => {
      const { wave: waveId, key, text } = body
      const studyId = params['study'] ?? ''
      return json(201, { id: await proposeWords(context, signedIn(staff), { studyId, waveId, key, text }) })
    },
  }),
  jsonRoute(DECISION, {
    method: 'POST',
    path: '/api/studies/:study/quotes/:quote/decision',
    role: 'staff',
    output: 'staff',
    may: ['clientExpert'],
    showsAnswers: true,
    summary: 'Releases a quote for the next edition, or refuses it; never by who proposed it.',
    responses: {
      200: 'Decided.',
      403: 'The role or the second factor for it is lacking, another site asks, or it is a proposal of your own.',
      ...UNKNOWN,
      409: 'It was decided already.',
      422: 'A field is wrong.',
    },
    handler: async ({ params, body, staff }, context) => {
      await decideAboutQuote(context, signedIn(staff), params['study'] ?? '', params['quote'] ?? '', body.state)
      return json(200, { state: body.state })
    },
  }),
  dataRoute({
    method: 'DELETE',
    path: '/api/studies/:study/quotes/:quote',
    role: 'staff',
    output: 'staff',
    may: QUOTERS,
    summary: 'Takes a quote back: the next edition does not have it.',
    responses: { 200: 'Taken back.', ...UNKNOWN, 409: 'It was refused or taken back already.' },
    handler: async ({ params, staff }, context) => {
      await decideAboutQuote(context, signedIn(staff), params['study'] ?? '', params['quote'] ?? '', 'takenBack')
      return json(200, { state: 'takenBack' })
    },
  }),
]
