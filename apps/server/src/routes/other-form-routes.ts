import { DEFAULT_RETENTION } from '@klankbord/model'
import {
  readOtherForm,
  renderNotice,
  renderOther,
  renderOtherDone,
  type OtherForm,
  type OtherSlip,
  type PageContext,
} from '@klankbord/pages'
import { addFormRequest, findOwnTerms } from '@klankbord/storage'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import type { Reply } from '../http/reply.ts'
import { formRoute, pageRoute, type FormFields, type Route, type RouteRequest } from '../http/route.ts'
import { respondentPage } from '../respondent/form-visit.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { languageFor, pageContext, referenceOf, waveAt } from '../respondent/visit.ts'
import { readShortForm } from '../respondent/short-form.ts'
import { wantedLanguage } from '../respondent/wanted-language.ts'
import { wavePhase } from '../respondent/wave-phase.ts'

const NO_WAVE = { 404: 'No wave has this address.', 503: 'The database does not answer; nothing was stored.' }
const FIELDS = ['form', 'name', 'reach', 'when', 'kept']

/** The page on which somebody asks to take part in another way. It knows of no code and no answers, and neither of them of it. */
export const otherFormRoutes: readonly Route[] = [
  pageRoute({
    method: 'GET',
    path: '/v/:wave/other',
    role: 'public',
    output: 'open',
    summary: 'The page on which somebody asks for paper, a telephone call or a talk with a peer.',
    query: { lang: 'The language, as in `nl`.' },
    padded: true,
    responses: { 200: 'The page.', ...NO_WAVE, 410: 'The wave is closed.' },
    handler: async (request, context) => {
      const opened = await waveAt(context, request.params['wave'] ?? '')
      const page = pageContext(context, opened, wantedLanguage(request, opened))
      return overNotice(context, opened, page) ?? formPage(context, opened, page)
    },
  }),
  formRoute({
    method: 'POST',
    path: '/v/:wave/other',
    role: 'public',
    output: 'open',
    summary: 'Keeps that somebody wants to take part in another way, sealed and apart from answers.',
    padded: true,
    limit: 'formRequest',
    responses: {
      200: 'It is kept.',
      ...NO_WAVE,
      410: 'The wave is closed.',
      422: 'A field is missing or too long, or the form is no page of ours.',
    },
    handler: takeRequest,
  }),
]

async function takeRequest(request: RouteRequest<FormFields>, context: ServerContext): Promise<Reply> {
  const opened = await waveAt(context, request.params['wave'] ?? '')
  const { go, language, look, field } = readShortForm(request.body, FIELDS)
  const page = { ...pageContext(context, opened, languageFor(opened, language)), look }
  // Nothing is kept: the page only says once more, in other words, what it said.
  if (go === 'language' && field('kept') === 'yes') return respondentPage(200, renderOtherDone(page))
  const notice = overNotice(context, opened, page)
  if (notice !== null) return notice
  const typed: OtherForm = { form: field('form'), name: field('name'), reach: field('reach'), when: field('when') }
  if (go === 'language') return formPage(context, opened, page, typed)
  const read = readOtherForm(typed, page.otherWays ?? [])
  if ('slips' in read) return formPage(context, opened, page, typed, read.slips)
  await addFormRequest(contactStore(context), referenceOf(opened), read.request)
  return respondentPage(200, renderOtherDone(page))
}

/** Nobody is asked for a name when it is too late to take part. Before the first day there is time to arrange it. */
function overNotice({ clock }: ServerContext, { wave }: OpenedWave, page: PageContext): Reply | null {
  const phase = wavePhase(wave, clock)
  return phase === 'open' || phase === 'before'
    ? null
    : respondentPage(
        410,
        renderNotice(page, 'closed', page.language, { sent: { action: `${page.action}/other`, fields: [] } }),
      )
}

async function formPage(
  { database }: ServerContext,
  { study }: OpenedWave,
  page: PageContext,
  typed?: OtherForm,
  slips: readonly OtherSlip[] = [],
): Promise<Reply> {
  const { contacts: kept } = (await findOwnTerms(database.db, study.id)) ?? DEFAULT_RETENTION
  const html = renderOther(page, { kept, slips, ...(typed === undefined ? {} : { typed }) })
  return respondentPage(slips.length > 0 ? 422 : 200, html)
}
