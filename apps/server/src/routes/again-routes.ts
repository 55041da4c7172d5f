import { DEFAULT_RETENTION } from '@klankbord/model'
import {
  againEdition,
  offersAgain,
  readAgainForm,
  renderAgain,
  renderAgainDone,
  renderAgainNone,
  renderNotice,
  type AgainForm,
  type AgainSlip,
  type PageContext,
} from '@klankbord/pages'
import { addContactMixed, findOwnTerms } from '@klankbord/storage'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import type { Reply } from '../http/reply.ts'
import { formRoute, pageRoute, type FormFields, type Route, type RouteRequest } from '../http/route.ts'
import { respondentPage } from '../respondent/form-visit.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { readShortForm } from '../respondent/short-form.ts'
import { languageFor, pageContext, waveAt } from '../respondent/visit.ts'
import { wantedLanguage } from '../respondent/wanted-language.ts'
import { wavePhase } from '../respondent/wave-phase.ts'

const RESPONSES = {
  404: 'No wave has this address, or nobody is asked for a name in it.',
  410: 'The wave is over.',
  503: 'The database does not answer; nothing was stored.',
}

/** The page on which somebody leaves a name to be contacted again. It knows of no code and no answers, and neither of them of it. */
export const againRoutes: readonly Route[] = [
  pageRoute({
    method: 'GET',
    path: '/v/:wave/again',
    role: 'public',
    output: 'open',
    summary: 'The page on which somebody agrees to be contacted again.',
    query: { lang: 'The language, as in `nl`.' },
    padded: true,
    responses: { 200: 'The page.', ...RESPONSES },
    handler: async (request, context) => {
      const opened = await waveAt(context, request.params['wave'] ?? '')
      const page = pageContext(context, opened, wantedLanguage(request, opened))
      return notHere(context, opened, page) ?? formPage(context, opened, page)
    },
  }),
  formRoute({
    method: 'POST',
    path: '/v/:wave/again',
    role: 'public',
    output: 'open',
    summary: 'Keeps a name to be contacted again, sealed and apart from answers.',
    padded: true,
    limit: 'formRequest',
    responses: {
      200: 'It is kept.',
      ...RESPONSES,
      422: 'A field is missing or too long, or the form is no page of ours.',
    },
    handler: takeName,
  }),
]

async function takeName(request: RouteRequest<FormFields>, context: ServerContext): Promise<Reply> {
  const opened = await waveAt(context, request.params['wave'] ?? '')
  const { go, language, look, field } = readShortForm(request.body, ['name', 'reach', 'agreed', 'kept'])
  const page = { ...pageContext(context, opened, languageFor(opened, language)), look }
  // Nothing is kept: the page only says once more, in other words, what it said.
  if (go === 'language' && field('kept') === 'yes') return respondentPage(200, renderAgainDone(page))
  const notice = notHere(context, opened, page)
  if (notice !== null) return notice
  const typed: AgainForm = { name: field('name'), reach: field('reach'), agreed: field('agreed') === 'yes' }
  if (go !== 'submit' && go !== '') return formPage(context, opened, page, typed)
  const read = readAgainForm(typed)
  if ('slips' in read) return formPage(context, opened, page, typed, read.slips)
  const { name, email, phone } = read.request
  const contact = { name, email, phone, address: [], language: page.language, consent: againEdition(page.language) }
  const reachBy = email === null ? 'phone' : 'email'
  const group = { studyId: opened.study.id, purpose: 'again' } as const
  await addContactMixed(contactStore(context), context.database.db, group, { ...contact, reachBy })
  return respondentPage(200, renderAgainDone(page))
}

/** Nobody is asked for a name where the study does not ask, nor when all is over. */
function notHere({ clock }: ServerContext, { questionnaire, wave }: OpenedWave, page: PageContext): Reply | null {
  if (!offersAgain(questionnaire, page)) return respondentPage(404, renderAgainNone(page))
  const phase = wavePhase(wave, clock)
  return phase === 'over' || phase === 'before'
    ? respondentPage(
        410,
        renderNotice(page, 'closed', page.language, { sent: { action: `${page.action}/again`, fields: [] } }),
      )
    : null
}

async function formPage(
  { database }: ServerContext,
  { study }: OpenedWave,
  page: PageContext,
  typed?: AgainForm,
  slips: readonly AgainSlip[] = [],
): Promise<Reply> {
  const { contacts: kept } = (await findOwnTerms(database.db, study.id)) ?? DEFAULT_RETENTION
  const html = renderAgain(page, { kept, slips, ...(typed === undefined ? {} : { typed }) })
  return respondentPage(slips.length > 0 ? 422 : 200, html)
}
