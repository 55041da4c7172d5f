import { finding, isProblem } from '@klankbord/model'
import {
  normaliseCode,
  parseForm,
  renderNotice,
  renderWithdraw,
  renderWithdrawn,
  type PageContext,
} from '@klankbord/pages'
import { withdrawResponse } from '@klankbord/storage'
import { readAccessCode } from '../access/access-code.ts'
import type { ServerContext } from '../context.ts'
import type { Reply } from '../http/reply.ts'
import { formRoute, pageRoute, type FormFields, SHORT_BODY, type Route, type RouteRequest } from '../http/route.ts'
import { refused } from '../http/refused-request.ts'
import { answerForm } from '../respondent/answer-steps.ts'
import { codeRefused } from '../respondent/begin.ts'
import { formAgain } from '../respondent/form-again.ts'
import { introductionPage, respondentPage } from '../respondent/form-visit.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { formContext, languageFor, pageContext, referenceOf, visitedPage, waveAt } from '../respondent/visit.ts'
import { wavePhase } from '../respondent/wave-phase.ts'
import { handedOutCode, withdrawalHash } from '../respondent/withdrawal-code.ts'

const NO_WAVE = { 404: 'No wave has this address.', 503: 'The database does not answer; nothing was stored.' }

export const respondentRoutes: readonly Route[] = [
  pageRoute({
    method: 'GET',
    path: '/v/:wave',
    role: 'public',
    output: 'open',
    query: { lang: 'The language, as in `nl`.' },
    summary: 'The introduction to the questionnaire of a wave.',
    padded: true,
    responses: { 200: 'The introduction.', ...NO_WAVE, 410: 'The wave is closed, or over for good.' },
    handler: introduce,
  }),
  formRoute({
    method: 'POST',
    path: '/v/:wave',
    role: 'public',
    output: 'open',
    limit: 'draft',
    summary: 'One page of answers, without JavaScript; the answer is the next page.',
    padded: true,
    responses: {
      200: 'The next page.',
      ...NO_WAVE,
      403: 'Nobody can begin with this access code.',
      410: 'The wave is closed, or these answers are not kept any more.',
      422: 'The same page with what to look at again, or a form that no page of ours sends.',
      503: 'The database does not answer; nothing was stored. The same page, to send again.',
    },
    handler: takeForm,
  }),
  pageRoute({
    method: 'GET',
    path: '/v/:wave/withdraw',
    role: 'public',
    output: 'open',
    query: { lang: 'The language, as in `nl`.' },
    summary: 'The page on which answers are withdrawn with a code.',
    padded: true,
    responses: { 200: 'The page.', ...NO_WAVE },
    handler: async (request, context) => {
      const opened = await waveAt(context, request.params['wave'] ?? '')
      return respondentPage(200, renderWithdraw(pageContext(context, opened, wantedLanguage(request, opened))))
    },
  }),
  formRoute({
    method: 'POST',
    path: '/v/:wave/withdraw',
    role: 'public',
    output: 'open',
    limit: 'withdrawal',
    bodyLimit: SHORT_BODY,
    summary: 'Withdraws a response with its code.',
    padded: true,
    responses: {
      200: 'The answers are gone.',
      ...NO_WAVE,
      422: 'No answers belong to this code, or the form is no page of ours.',
    },
    handler: takeWithdrawal,
  }),
]

async function introduce(request: RouteRequest, context: ServerContext): Promise<Reply> {
  const opened = await waveAt(context, request.params['wave'] ?? '')
  const page = visitedPage(context, opened, wantedLanguage(request, opened))
  const notice = notBeginning(context, opened, page)
  return notice ?? introductionPage({ opened, page })
}

async function takeForm(request: RouteRequest<FormFields>, context: ServerContext): Promise<Reply> {
  try {
    return await nextPage(request, context)
  } catch (error) {
    if (!isProblem(error, 'databaseUnavailable')) throw error
    const again = formAgain({ context, visitor: request.visitor }, request.params['wave'] ?? '', request.body)
    if (again === null) throw error
    return again
  }
}

async function nextPage(request: RouteRequest<FormFields>, context: ServerContext): Promise<Reply> {
  const opened = await waveAt(context, request.params['wave'] ?? '')
  const parsed = parseForm(opened.questionnaire, request.body)
  if (parsed.findings.length > 0) {
    throw refused('bodyRefused', { fields: parsed.findings.map(({ path }) => path) }, parsed.findings)
  }
  const page = formContext(context, opened, parsed)
  const phase = wavePhase(opened.wave, context.clock)
  const begins = parsed.draft === null
  const notice = phase === 'finishing' && begins ? notBeginning(context, opened, page) : null
  if (notice !== null) return notice
  // What was sent may be sent again, and what was not can be erased.
  if (phase === 'over' && (begins || (parsed.go !== 'submit' && parsed.go !== 'erase')))
    return overNotice(page, 'sealed')
  try {
    return await answerForm({ context, opened, visitor: request.visitor, page, request: parsed })
  } catch (error) {
    if (isProblem(error, 'waveSealed')) return overNotice(page, 'sealed')
    if (isProblem(error, 'accessCodeRefused')) return codeRefused(opened, page, begins ? undefined : request.body)
    throw error
  }
}

/** Why nobody begins now; null where somebody may. A code is an invitation, so it holds until the days of grace are over. */
function notBeginning({ clock }: ServerContext, { wave }: OpenedWave, page: PageContext): Reply | null {
  const phase = wavePhase(wave, clock)
  if (phase === 'over') return overNotice(page, 'sealed')
  return phase === 'finishing' && wave.mode === 'open' ? overNotice(page, 'closed') : null
}

function overNotice(page: PageContext, kind: 'closed' | 'sealed'): Reply {
  return respondentPage(410, renderNotice(page, kind, page.language))
}

async function takeWithdrawal(request: RouteRequest<FormFields>, context: ServerContext): Promise<Reply> {
  const opened = await waveAt(context, request.params['wave'] ?? '')
  const field = (name: string): string => (typeof request.body[name] === 'string' ? request.body[name] : '')
  const count = Object.keys(request.body).filter((name) => !['go', 'code', 'language'].includes(name)).length
  if (count > 0) throw refused('bodyRefused', { fields: ['/form'] }, [finding('unknownFormField', '/form', { count })])
  const [go = '', chosen] = field('go').split(':')
  const page = pageContext(context, opened, languageFor(opened, chosen ?? field('language')))
  const typed = field('code')
  if (go === 'language') return respondentPage(200, renderWithdraw(page, { code: typed }))
  if (normaliseCode(typed) === '') return respondentPage(422, renderWithdraw(page, { error: 'missing' }))
  const code = handedOutCode(typed)
  const gone = code !== null && (await withdrawResponse(context.database.db, referenceOf(opened), withdrawalHash(code)))
  if (!gone) return respondentPage(422, renderWithdraw(page, { error: whichCode(opened, typed), code: typed }))
  return respondentPage(200, renderWithdrawn(page))
}

/** In a wave with codes somebody has two of them. */
function whichCode({ wave }: OpenedWave, typed: string): 'letterCode' | 'unknown' {
  return wave.mode !== 'open' && 'code' in readAccessCode(typed) ? 'letterCode' : 'unknown'
}

/** The language of the link, else of the browser, as far as it is offered. */
function wantedLanguage(request: RouteRequest, opened: OpenedWave): string {
  const accepted = (request.header('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2))
  const fromBrowser = accepted.find((language) => opened.languages.includes(language))
  return languageFor(opened, request.query['lang'] ?? fromBrowser)
}
