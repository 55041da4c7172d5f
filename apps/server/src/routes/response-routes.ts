import { hash as digest } from 'node:crypto'
import { finding, HELP_KINDS, pointer, problem, type Answers, type Questionnaire } from '@klankbord/model'
import { checkSent, handedOutCode, withdrawalHash } from '@klankbord/pages'
import { maskAnswers, type Checked } from '@klankbord/questionnaire'
import { findStored, isUuid, LAST_REVISION, withdrawResponse, type Draft } from '@klankbord/storage'
import { z } from 'zod'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { json, nothing, type Reply } from '../http/reply.ts'
import { refused } from '../http/refused-request.ts'
import { dataRoute, jsonRoute, SHORT_BODY, type Route, type RouteRequest } from '../http/route.ts'
import { offeredTexts } from '../language/offered-texts.ts'
import { fitsScript } from '../respondent/fits-script.ts'
import { markTryOut } from '../respondent/mark-try-out.ts'
import { pageDataOf } from '../respondent/page-data-of.ts'
import { offeredLanguage } from '../respondent/offered-language.ts'
import { refuseToBegin } from '../respondent/refuse-to-begin.ts'
import { takeResponse } from '../respondent/take-response.ts'
import { carriedWords } from '../resume/carried-words.ts'
import { accessKept, readKept, writeKept, type KeptPlace } from '../resume/kept-answers.ts'
import { refuseWhenFull } from '../waves/refuse-when-full.ts'
import { recentWaveAt, referenceOf, waveAt } from '../respondent/visit.ts'

const LANGUAGE = z.string().max(35)
/** The access code, in waves that ask for one. */
const CODE = z.string().max(100).optional()
/** Anything; the check of the questionnaire names what is wrong with each answer. */
const ANSWERS = z.nonoptional(z.unknown(), 'answers by question name')

const NEW_RESPONSE = z.strictObject({
  answers: ANSWERS,
  language: LANGUAGE,
  withdrawalHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'SHA-256 of the withdrawal code, in hexadecimal')
    .nullable()
    .optional(),
  code: CODE,
  /** `web` when left out; other ways are for staff. */
  channel: z.enum(['web', 'kiosk']).optional(),
  help: z.enum(HELP_KINDS).optional(),
  /** Of the draft that it was made of: where a newer one is kept, it is not stored. */
  revision: z.int().min(0).max(LAST_REVISION).optional(),
})

const NEW_DRAFT = z.strictObject({
  revision: z.int().min(1).max(LAST_REVISION),
  answers: ANSWERS,
  language: LANGUAGE,
  asked: z.array(z.string().max(64)).max(500).optional(),
  code: CODE,
  /** As `…/words` gave it: then they are kept so that only who has the words can read them. */
  words: z.string().max(200).optional(),
  /** A random mark of the device, as the field `draft` of its pages has it; none on the device that they began on. */
  device: z
    .string()
    .regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits')
    .optional(),
  /** The screen that somebody is at, kept with them. */
  screen: z.string().max(64).optional(),
})

const WITHDRAWAL = z.strictObject({ code: z.string().max(40) })

const REFUSALS = {
  400: 'The id is no UUID, or the body is malformed or cut short.',
  404: 'No wave has this address.',
  403: 'The wave begins later, or asks for an access code and nobody can begin with this one.',
  410: 'The wave is closed, full, or over for good.',
  422: 'The body or the answers are refused; the findings name each field.',
  503: 'The database does not answer, or too many wait; nothing was stored.',
}

/** The collection API: the same questionnaire and the same check as the pages have. */
export const responseRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/waves/:wave/questionnaire',
    role: 'public',
    output: 'open',
    summary: 'The compiled questionnaire of a wave, in the languages that respondents are asked in.',
    responses: {
      200: 'The questionnaire, with an ETag.',
      304: 'Not changed.',
      404: REFUSALS[404],
      503: REFUSALS[503],
    },
    handler: async (request, context) => {
      const opened = await waveAt(context, request.params['wave'] ?? '')
      const questionnaire = offeredTexts(opened.questionnaire, opened.languages)
      return ifChanged(request, questionnaire, [questionnaire.hash, ...questionnaire.languages].join('.'))
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/waves/:wave/page',
    role: 'public',
    output: 'open',
    query: {
      language: 'The language, as in `nl`.',
      script: 'The script that asks, as in `flow-AbCd1234.js`: a server that has another one has no data for it.',
      direction: 'Which way the lines run on the page that asks, `ltr` or `rtl`: it has the style for those.',
    },
    summary:
      'What a script needs to show the pages of a wave by itself: questionnaire, texts and style, in one language.',
    responses: {
      200: 'The data, with an ETag.',
      304: 'Not changed.',
      404: 'No wave has this address, or the server has another script.',
      503: REFUSALS[503],
    },
    handler: async (request, context) => {
      if (!fitsScript(context.settings.assets.respond, request.query['script']))
        throw problem('unknownAddress', { method: 'GET' })
      const opened = await waveAt(context, request.params['wave'] ?? '')
      const data = pageDataOf(context, opened, request.query)
      return ifChanged(request, data, digest('sha256', JSON.stringify(data), 'hex'))
    },
  }),
  jsonRoute(NEW_DRAFT, {
    method: 'PUT',
    path: '/api/waves/:wave/drafts/:id',
    role: 'public',
    output: 'open',
    limit: 'draft',
    summary: 'Keeps the answers so far under the id that the response will have. A code is needed to begin with.',
    padded: true,
    responses: { 200: 'Kept.', ...REFUSALS, 409: 'A newer revision is kept already.' },
    handler: async (request, context) => {
      const id = responseId(request)
      const opened = await waveAt(context, request.params['wave'] ?? '')
      const { revision, language, asked, code = '' } = request.body
      await refuseToBegin({ context, opened, visitor: request.visitor }, id, code)
      const soFar = maskAnswers(opened.questionnaire, request.body.answers)
      const answers = acceptedAnswers(
        checkSent(opened.questionnaire, () => soFar, todayAt(context.clock.now())),
        soFar,
      )
      const draft = {
        id,
        revision,
        answers,
        language: offeredLanguage(opened, language),
        asked: questionNames(opened.questionnaire, asked ?? []),
        device: request.body.device ?? '',
      }
      const words = carriedWords(request.body.words)
      await refuseFullDraft({ context, opened, words }, draft)
      await markTryOut(context, opened)
      const outcome = await writeKept({ context, opened, words }, draft, {
        screen: request.body.screen ?? '',
        done: false,
        ...accessKept(opened, code),
      })
      if (outcome === 'stale') {
        // Says so where it came without the words.
        const kept = await readKept({ context, opened, words }, id)
        throw problem('staleDraft', kept === null || kept.revision === LAST_REVISION ? {} : { revision: kept.revision })
      }
      return json(200, { id, revision })
    },
  }),
  jsonRoute(NEW_RESPONSE, {
    method: 'PUT',
    path: '/api/waves/:wave/responses/:id',
    role: 'public',
    output: 'open',
    limit: 'submission',
    summary: 'Sends a response for good, under an id that the client made. Sending it again changes nothing.',
    padded: true,
    responses: {
      201: 'Stored.',
      200: 'Was stored already.',
      ...REFUSALS,
      409: 'Another response or a newer draft has this id, or the wave takes no answers in this way.',
      410: 'The wave is over for good, or the response was withdrawn.',
    },
    handler: async (request, context) => {
      const id = responseId(request)
      const opened = await recentWaveAt(context, request.params['wave'] ?? '')
      const {
        answers,
        language,
        withdrawalHash: hash = null,
        code = '',
        channel = 'web',
        help = 'notKnown',
        revision: draftKnown = null,
      } = request.body
      const sent = { id, answers, language, withdrawalHash: hash, code, channel, help, draftKnown }
      const outcome = await takeResponse({ context, opened, visitor: request.visitor }, sent)
      if (outcome === 'conflict') throw problem('responseConflict', {})
      if (outcome === 'withdrawn') throw problem('responseWithdrawn', {})
      return json(outcome === 'created' ? 201 : 200, { id })
    },
  }),
  jsonRoute(WITHDRAWAL, {
    method: 'DELETE',
    path: '/api/waves/:wave/responses',
    role: 'public',
    output: 'open',
    limit: 'withdrawal',
    bodyLimit: SHORT_BODY,
    summary: 'Withdraws a response with the code that its sender was given.',
    padded: true,
    responses: {
      200: 'The answers are gone.',
      ...REFUSALS,
      404: 'No wave has this address, or no response this code.',
    },
    handler: async (request, context) => {
      const opened = await waveAt(context, request.params['wave'] ?? '')
      const code = handedOutCode(request.body.code)
      const gone =
        code !== null && (await withdrawResponse(context.database.db, referenceOf(opened), withdrawalHash(code)))
      if (!gone) throw problem('unknownWithdrawalCode', {})
      // Not an empty answer, which would be the only one that is not as long as all others.
      return json(200, { withdrawn: true })
    },
  }),
]

/** What a client need not fetch again as long as it is the same. */
function ifChanged(request: RouteRequest, value: unknown, edition: string): Reply {
  const headers = { ETag: `"${edition}"`, 'Cache-Control': 'no-cache' }
  const known = (request.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(headers.ETag) || known.includes('*') ? nothing(304, headers) : json(200, value, headers)
}

/** What was sent already is stale, whatever is full since. @throws Problem `quotaFull`, `draftLocked` */
async function refuseFullDraft(
  place: KeptPlace & { readonly context: ServerContext },
  draft: Pick<Draft, 'id' | 'answers'>,
): Promise<void> {
  const { context, opened } = place
  if (opened.wave.quotas === null) return
  const { db } = context.database
  const kept = await readKept(place, draft.id)
  if (kept === null && (await findStored(db, referenceOf(opened), draft.id)) !== null) return
  await refuseWhenFull(context, opened, kept?.answers ?? null, draft.answers)
}

/** @throws Problem `invalidId` */
function responseId(request: RouteRequest): string {
  const id = request.params['id'] ?? ''
  if (!isUuid(id)) throw problem('invalidId', { name: 'id' })
  return id
}

/** @throws RefusedRequest `bodyRefused` for what is no question */
function questionNames({ questions }: Questionnaire, asked: readonly string[]): readonly string[] {
  const names = new Set(questions.map(({ name }) => name))
  const wrong = asked.flatMap((name, place) => (names.has(name) ? [] : [pointer('/asked', String(place))]))
  if (wrong.length === 0) return asked
  const findings = wrong.map((field) => finding('wrongField', field, { field, expected: 'the name of a question' }))
  throw refused('bodyRefused', { fields: wrong }, findings)
}

/** What may be wrong as long as somebody is busy: not all who begin have answered what blocks, or may take part. */
const UNDER_WAY: ReadonlySet<string> = new Set(['blockingAnswerMissing', 'consentMissing', 'notEligible'])

/**
 * The answers so far, those that will not be stored too: whoever goes on needs them. Nobody has to have answered what
 * blocks before coming there.
 */
function acceptedAnswers(result: Checked, body: unknown): Answers {
  const findings = (result.ok ? [] : result.findings).filter(({ code }) => !UNDER_WAY.has(code))
  if (findings.length > 0) throw refused('answersRefused', { findings: findings.length }, findings)
  // Nothing else was found in them, so they are what a questionnaire takes.
  return body as Answers
}
