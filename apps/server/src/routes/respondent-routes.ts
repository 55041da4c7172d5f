import { isProblem } from '@klankbord/model'
import {
  handedOutCode,
  introductionPage,
  normaliseCode,
  parseForm,
  renderFull,
  renderNotice,
  renderWithdraw,
  renderWithdrawn,
  withdrawalHash,
  type KeptInPage,
  type NoticeKind,
  type PageContext,
  type PageRequest,
} from '@klankbord/pages'
import { withdrawResponse } from '@klankbord/storage'
import { readAccessCode } from '../access/access-code.ts'
import type { ServerContext } from '../context.ts'
import type { Reply } from '../http/reply.ts'
import {
  formRoute,
  PAGE_BODY,
  pageRoute,
  type FormFields,
  SHORT_BODY,
  type Route,
  type RouteRequest,
} from '../http/route.ts'
import { refused } from '../http/refused-request.ts'
import { answerForm } from '../respondent/answer-form.ts'
import { codeRefused } from '../respondent/begin.ts'
import { formAgain } from '../respondent/form-again.ts'
import { isErased } from '../respondent/front-page.ts'
import { lockedPage } from '../resume/locked-page.ts'
import { replyOf, respondentPage } from '../respondent/form-visit.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import {
  formContext,
  languageFor,
  pageContext,
  referenceOf,
  visitedPage,
  waveAt,
  type WebChannel,
} from '../respondent/visit.ts'
import { isFull } from '../waves/refuse-when-full.ts'
import { readShortForm } from '../respondent/short-form.ts'
import { wantedLanguage } from '../respondent/wanted-language.ts'
import { wavePhase } from '../respondent/wave-phase.ts'

const NO_WAVE = { 404: 'No wave has this address.', 503: 'The database does not answer; nothing was stored.' }

/** The pages of a wave, and the same for a screen that stands somewhere for everybody. */
export const respondentRoutes: readonly Route[] = [...wavePages('web'), ...wavePages('kiosk')]

function wavePages(channel: WebChannel): readonly Route[] {
  const path = channel === 'kiosk' ? '/v/:wave/kiosk' : '/v/:wave'
  const where = channel === 'kiosk' ? ' On a screen that stands somewhere for everybody.' : ''
  return [
    pageRoute({
      method: 'GET',
      path,
      role: 'public',
      output: 'open',
      query: { lang: 'The language, as in `nl`.' },
      summary: `The introduction to the questionnaire of a wave.${where}`,
      padded: true,
      responses: {
        200: 'The introduction.',
        ...NO_WAVE,
        403: 'The wave begins later, or takes no answers in this way.',
        410: 'The wave is closed, full, or over for good.',
      },
      handler: async (request, context) => introduce(request, context, channel),
    }),
    formRoute({
      method: 'POST',
      path,
      role: 'public',
      output: 'open',
      limit: 'draft',
      bodyLimit: PAGE_BODY,
      summary: `One page of answers, without JavaScript; the answer is the next page.${where}`,
      padded: true,
      responses: {
        200: 'The next page.',
        ...NO_WAVE,
        403: 'Nobody can begin with this access code, or before the first day.',
        409: 'More was filled in on another device, or it is kept under words: the page asks what to do.',
        410: 'The wave is closed or full, or these answers are not kept any more.',
        422: 'The same page with what to look at again, or a form that no page of ours sends.',
        503: 'The database does not answer; nothing was stored. The same page, to send again.',
      },
      handler: async (request, context) => takeForm(request, context, channel),
    }),
    pageRoute({
      method: 'GET',
      path: `${path}/withdraw`,
      role: 'public',
      output: 'open',
      query: { lang: 'The language, as in `nl`.' },
      summary: `The page on which answers are withdrawn with a code.${where}`,
      padded: true,
      responses: { 200: 'The page.', ...NO_WAVE },
      handler: async (request, context) => withdrawPage(request, context, request.params['wave'] ?? '', channel),
    }),
    formRoute({
      method: 'POST',
      path: `${path}/withdraw`,
      role: 'public',
      output: 'open',
      limit: 'withdrawal',
      bodyLimit: SHORT_BODY,
      summary: `Withdraws a response with its code.${where}`,
      padded: true,
      responses: {
        200: 'The answers are gone.',
        ...NO_WAVE,
        422: 'No answers belong to this code, or the form is no page of ours.',
      },
      handler: async (request, context) => takeWithdrawal(request, context, channel),
    }),
  ]
}

/**
 * The page on which answers are withdrawn.
 *
 * @throws Problem `unknownWave`
 */
export async function withdrawPage(
  request: RouteRequest,
  context: ServerContext,
  wave: string,
  channel: WebChannel,
): Promise<Reply> {
  const opened = await waveAt(context, wave)
  const page = pageContext(context, opened, wantedLanguage(request, opened), channel)
  return respondentPage(200, renderWithdraw(page, { erased: await isErased(context, opened) }))
}

async function introduce(request: RouteRequest, context: ServerContext, channel: WebChannel): Promise<Reply> {
  const opened = await waveAt(context, request.params['wave'] ?? '')
  const page = visitedPage(context, opened, wantedLanguage(request, opened), channel)
  const notice = await notBeginning(context, opened, page)
  return notice ?? replyOf(opened, introductionPage({ questionnaire: opened.questionnaire, page }))
}

async function takeForm(
  request: RouteRequest<FormFields>,
  context: ServerContext,
  channel: WebChannel,
): Promise<Reply> {
  try {
    return await nextPage(request, context, channel)
  } catch (error) {
    if (!isProblem(error, 'databaseUnavailable')) throw error
    const again = formAgain({ context, visitor: request.visitor }, request.params['wave'] ?? '', request.body, channel)
    if (again === null) throw error
    return again
  }
}

/**
 * Answers one form of a wave.
 *
 * @throws Problem `unknownWave`, `databaseUnavailable`; RefusedRequest `bodyRefused`
 */
export async function nextPage(
  request: RouteRequest<FormFields>,
  context: ServerContext,
  channel: WebChannel,
): Promise<Reply> {
  const opened = await waveAt(context, request.params['wave'] ?? '')
  const parsed = parseForm(opened.questionnaire, request.body)
  if (parsed.findings.length > 0) {
    throw refused('bodyRefused', { fields: parsed.findings.map(({ path }) => path) }, parsed.findings)
  }
  const page = formContext(context, opened, parsed, channel)
  const phase = wavePhase(opened.wave, context.clock)
  const isOver = parsed.go === 'language' && ENDS.some((end) => end === parsed.onPage)
  const begins = parsed.draft === null && !isOver
  const notice = phase !== 'over' && begins ? await notBeginning(context, opened, page) : null
  if (notice !== null) return notice
  if (phase === 'before') return whyNot(page, 'notYet', 403)
  // What was sent may be sent again, and what was not can be erased.
  if (phase === 'over' && !isOver && (begins || (parsed.go !== 'submit' && parsed.go !== 'erase')))
    return whyNot(page, 'sealed', 410, keptOf(opened, page, parsed))
  try {
    return await answerForm({ context, opened, visitor: request.visitor, page, request: parsed })
  } catch (error) {
    if (isProblem(error, 'waveSealed')) return whyNot(page, 'sealed', 410, keptOf(opened, page, parsed))
    if (isProblem(error, 'quotaFull')) return fullPage(opened, page, parsed, error.details.group)
    if (isProblem(error, 'draftLocked')) return lockedPage(page, request.body)
    if (isProblem(error, 'accessCodeRefused')) return codeRefused(opened, page, begins ? undefined : request.body)
    throw error
  }
}

/** Pages that can be read in another language whatever became of the wave. */
const ENDS = ['done', 'left', 'stopped'] as const

/** Why nobody begins now; null where somebody may. A code is an invitation, so it holds until the days of grace are over. */
async function notBeginning(context: ServerContext, opened: OpenedWave, page: PageContext): Promise<Reply | null> {
  const { wave } = opened
  const phase = wavePhase(wave, context.clock)
  if (phase === 'before') return whyNot(page, 'notYet', 403)
  if (phase === 'over') return whyNot(page, 'sealed')
  if (phase === 'finishing' && wave.mode === 'open') return whyNot(page, 'closed')
  if (!wave.channels.includes(page.kiosk === true ? 'kiosk' : 'web')) return whyNot(page, 'otherWay', 403)
  return (await isFull(context, opened)) ? whyNot(page, 'full') : null
}

/** Who chose the answer of a full group may have slipped; who finds everything full cannot begin. */
function fullPage(opened: OpenedWave, page: PageContext, request: PageRequest, group: boolean): Reply {
  if (!group || request.draft === null) return whyNot(page, 'full', 410, keptOf(opened, page, request))
  const { draft, screenId, given, fields } = request
  const sent = { action: page.action, fields }
  return respondentPage(410, renderFull(opened.questionnaire, page, { draft, screenId, given, sent }))
}

/** What came with a form that cannot be taken stays in the page that says so. Who only asks for other words brings nothing. */
function keptOf({ questionnaire }: OpenedWave, { action }: PageContext, request: PageRequest): KeptInPage {
  const { draft, go, given, fields } = request
  const isAsking = draft === null && go === 'language' && Object.keys(given).length === 0
  return { questionnaire, given, sent: { action, fields: isAsking ? [] : fields } }
}

function whyNot(page: PageContext, kind: NoticeKind, status = 410, kept: KeptInPage = {}): Reply {
  return respondentPage(status, renderNotice(page, kind, page.language, kept))
}

async function takeWithdrawal(
  request: RouteRequest<FormFields>,
  context: ServerContext,
  channel: WebChannel,
): Promise<Reply> {
  const opened = await waveAt(context, request.params['wave'] ?? '')
  const { go, language, look, field } = readShortForm(request.body, ['code', 'gone'])
  const page = { ...pageContext(context, opened, languageFor(opened, language), channel), look }
  // Nothing is looked up: the page only says once more, in other words, what it said.
  if (go === 'language' && field('gone') === 'yes') return respondentPage(200, renderWithdrawn(page))
  const typed = field('code')
  const erased = await isErased(context, opened)
  if (go === 'language' || erased) return respondentPage(200, renderWithdraw(page, { code: typed, erased }))
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
