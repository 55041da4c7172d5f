import { problem } from '@klankbord/model'
import { renderNotice, renderResume, wordCards, wordsField, type CarriedWords, type UnderWay } from '@klankbord/pages'
import { isUuid, LAST_REVISION } from '@klankbord/storage'
import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { json, type Reply } from '../http/reply.ts'
import {
  formRoute,
  jsonRoute,
  PAGE_BODY,
  pageRoute,
  SHORT_BODY,
  type FormFields,
  type Route,
  type RouteRequest,
} from '../http/route.ts'
import { respondentPage } from '../respondent/form-visit.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { offeredLanguage } from '../respondent/offered-language.ts'
import { visitedPage, waveAt, type WebChannel } from '../respondent/visit.ts'
import { wantedLanguage } from '../respondent/wanted-language.ts'
import { wavePhase } from '../respondent/wave-phase.ts'
import { carriedWords } from '../resume/carried-words.ts'
import { readKept } from '../resume/kept-answers.ts'
import { newWords, wordsWorkUntil } from '../resume/new-words.ts'
import { asksForCode, readWordsForm, takeWords } from '../resume/take-words.ts'
import { nextPage } from './respondent-routes.ts'

const NO_WAVE = { 404: 'No wave has this address.', 503: 'The database does not answer; nothing was stored.' }

const WORDS_WANTED = z.strictObject({
  language: z.string().max(35),
  /** As this route gave it before: then it shows the same words, in this language. */
  words: z.string().max(200).optional(),
})

/** Going on later: the page with the words, and words for answers that a program keeps. */
export const resumeRoutes: readonly Route[] = [
  ...wordsPages('web'),
  ...wordsPages('kiosk'),
  jsonRoute(WORDS_WANTED, {
    method: 'POST',
    path: '/api/waves/:wave/drafts/:id/words',
    role: 'public',
    output: 'open',
    limit: 'words',
    bodyLimit: SHORT_BODY,
    summary:
      'Three words for answers under way, which are kept under them from the first revision that comes with `words`.',
    padded: true,
    responses: {
      200: 'The words with their pictures, until when they work, and what the next revisions carry.',
      400: 'The id is no UUID, or the body is malformed or cut short.',
      404: 'No wave has this address, or nothing is kept under this id.',
      409: 'It is kept under other words already.',
      410: 'The wave is over for good.',
      422: 'The body is refused.',
      503: NO_WAVE[503],
    },
    handler: wordsOfDraft,
  }),
  jsonRoute(z.strictObject({ words: WORDS_WANTED.shape.words }), {
    method: 'POST',
    path: '/api/waves/:wave/drafts/:id/answers',
    role: 'public',
    output: 'open',
    limit: 'draft',
    bodyLimit: SHORT_BODY,
    summary:
      'The answers so far, for a script that goes on where a form came from; with `words` where they are under them.',
    padded: true,
    responses: {
      200: 'Answers, language, and the revision under which they are kept.',
      400: 'The id is no UUID, or the body is malformed or cut short.',
      404: 'No wave has this address, or nothing is kept under this id.',
      409: 'It is kept under other words.',
      410: 'The wave is over for good.',
      422: 'The body is refused.',
      503: NO_WAVE[503],
    },
    handler: async (request, context) => {
      const { kept } = await keptDraft(request, context)
      return json(200, { ...kept })
    },
  }),
]

function wordsPages(channel: WebChannel): readonly Route[] {
  const path = channel === 'kiosk' ? '/v/:wave/kiosk/resume' : '/v/:wave/resume'
  const where = channel === 'kiosk' ? ' On a screen that stands somewhere for everybody.' : ''
  return [
    pageRoute({
      method: 'GET',
      path,
      role: 'public',
      output: 'open',
      query: { lang: 'The language, as in `nl`.' },
      summary: `The page on which somebody goes on with three words.${where}`,
      padded: true,
      responses: { 200: 'The page.', ...NO_WAVE, 403: 'The wave begins later.', 410: 'The wave is over for good.' },
      handler: async (request, context) => wordsPage(request, context, request.params['wave'] ?? '', channel),
    }),
    formRoute({
      method: 'POST',
      path,
      role: 'public',
      output: 'open',
      limit: 'draft',
      bodyLimit: PAGE_BODY,
      summary: `Goes on with three words; the answer is the page where somebody was.${where}`,
      padded: true,
      responses: {
        200: 'The page where somebody was, or the same page with the word that was chosen.',
        ...NO_WAVE,
        403: 'The wave begins later.',
        410: 'The wave is over for good.',
        422: 'A word is none of ours, nothing is kept under these words, or the form is no page of ours.',
        429: 'Too many words were tried that are wrong.',
      },
      handler: async (request, context) => goOn(request, context, channel),
    }),
  ]
}

/**
 * The page on which somebody goes on with three words.
 *
 * @throws Problem `unknownWave`
 */
export async function wordsPage(
  request: RouteRequest,
  context: ServerContext,
  wave: string,
  channel: WebChannel,
): Promise<Reply> {
  const opened = await waveAt(context, wave)
  const page = visitedPage(context, opened, wantedLanguage(request, opened), channel)
  const access = asksForCode(opened.wave.mode) ? { access: {} } : {}
  return notNow(context, opened, page) ?? respondentPage(200, renderResume(page, access))
}

async function goOn(request: RouteRequest<FormFields>, context: ServerContext, channel: WebChannel): Promise<Reply> {
  const opened = await waveAt(context, request.params['wave'] ?? '')
  const { language, look, ...form } = readWordsForm(request.body, opened)
  const page = { ...visitedPage(context, opened, language, channel), ...(look !== undefined && { look }) }
  const notice = notNow(context, opened, page)
  if (notice !== null) return notice
  const taken = await takeWords({ context, opened, visitor: request.visitor }, page, form)
  return 'reply' in taken ? taken.reply : nextPage({ ...request, body: taken.form }, context, channel)
}

/** Whoever had begun goes on as long as answers can be sent. */
function notNow(
  { clock }: ServerContext,
  { wave }: OpenedWave,
  page: Parameters<typeof renderResume>[0],
): Reply | null {
  const phase = wavePhase(wave, clock)
  if (phase === 'before') return respondentPage(403, renderNotice(page, 'notYet', page.language))
  return phase === 'over' ? respondentPage(410, renderNotice(page, 'sealed', page.language)) : null
}

async function wordsOfDraft(
  request: RouteRequest<z.infer<typeof WORDS_WANTED>>,
  context: ServerContext,
): Promise<Reply> {
  const { opened, known, kept } = await keptDraft(request, context)
  // Nothing is written: whoever does not hear these asks again, and is not locked out by words that nobody knows.
  const words = known ?? (await newWords({ context, opened, visitor: request.visitor }))
  const cards = wordCards(words.names, offeredLanguage(opened, request.body.language))
  return json(200, {
    id: kept.id,
    words: wordsField(words),
    shown: cards.map(({ word, drawing }) => ({ word, picture: drawing.source })),
    until: wordsWorkUntil(context, opened),
  })
}

/** What somebody goes on with. @throws Problem `invalidId`, `waveSealed`, `draftLocked`, `unknownDraft` */
async function keptDraft(
  { params, body }: RouteRequest<Pick<z.infer<typeof WORDS_WANTED>, 'words'>>,
  context: ServerContext,
): Promise<{ readonly opened: OpenedWave; readonly known: CarriedWords | null; readonly kept: UnderWay }> {
  const id = params['id'] ?? ''
  if (!isUuid(id)) throw problem('invalidId', { name: 'id' })
  const opened = await waveAt(context, params['wave'] ?? '')
  if (wavePhase(opened.wave, context.clock) === 'over') throw problem('waveSealed', { wave: opened.wave.address })
  const known = carriedWords(body.words)
  const kept = await readKept({ context, opened, words: known }, id)
  if (kept === null || kept.revision >= LAST_REVISION - 1) throw problem('unknownDraft', {})
  return { opened, known, kept }
}
