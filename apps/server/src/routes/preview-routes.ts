import { problem, type Finding, type Questionnaire } from '@klankbord/model'
import {
  parseForm,
  renderIntroduction,
  renderReady,
  renderScreen,
  type PageContext,
  type PageRequest,
} from '@klankbord/pages'
import { checkScreen, compileText } from '@klankbord/questionnaire'
import { findVersion, type Study } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { page, type Reply } from '../http/reply.ts'
import { formRoute, pageRoute, type FormFields, type Route, type RouteRequest } from '../http/route.ts'
import { READ_ALONG, RESEARCHERS, type StaffRole } from '../staff/rights.ts'
import { languageFor } from '../respondent/visit.ts'
import { keptFor } from '../retention/kept-for.ts'
import { studyAt, versionNumber } from '../study/find-study.ts'

const READ = {
  200: 'The screen; the introduction when none is named.',
  404: 'No such study or version.',
  422: 'The definition does not compile.',
}
const TRIED = { 200: 'The next screen.', 404: 'No such study or version.', 422: 'What to look at again.' }
const READERS: readonly StaffRole[] = [...RESEARCHERS, 'approver']

/**
 * The respondent's own pages: of the working definition of a study for who works on it, of a version also for who agrees to
 * it. Nothing that is filled in is kept.
 */
export const previewRoutes: readonly Route[] = [
  pageRoute({
    method: 'GET',
    path: '/studio/preview/:study',
    role: 'staff',
    output: 'staff',
    query: { screen: 'The name of a screen.', language: 'The language, as in `nl`.' },
    may: READ_ALONG,
    summary:
      'A screen of the working definition as a respondent sees it: `screen` names it, `language` sets its language.',
    responses: READ,
    handler: read,
  }),
  formRoute({
    method: 'POST',
    path: '/studio/preview/:study',
    role: 'staff',
    output: 'staff',
    may: READ_ALONG,
    changesNothing: true,
    summary: 'Trying a screen out: the next screen, or the same with what to look at again.',
    responses: TRIED,
    handler: tryOut,
  }),
  pageRoute({
    method: 'GET',
    path: '/studio/preview/:study/:version',
    role: 'staff',
    output: 'open',
    may: READERS,
    alsoSharing: true,
    summary: 'The same of a published version, also for who agrees to it.',
    responses: READ,
    handler: read,
  }),
  formRoute({
    method: 'POST',
    path: '/studio/preview/:study/:version',
    role: 'staff',
    output: 'open',
    may: READERS,
    alsoSharing: true,
    changesNothing: true,
    summary: 'Trying a screen of a published version out.',
    responses: TRIED,
    handler: tryOut,
  }),
]

async function read(request: RouteRequest, context: ServerContext): Promise<Reply> {
  const { questionnaire, view } = await previewOf(request, context, request.query['language'])
  return shown(questionnaire, view, request.query['screen'] ?? null)
}

async function tryOut(request: RouteRequest<FormFields>, context: ServerContext): Promise<Reply> {
  const { questionnaire } = await previewOf(request, context, null)
  const form = parseForm(questionnaire, request.body)
  const { view } = await previewOf(request, context, form.language)
  return tried(questionnaire, view, form)
}

interface Preview {
  readonly questionnaire: Questionnaire
  readonly view: PageContext
}

async function previewOf(
  { params }: Pick<RouteRequest, 'params'>,
  context: ServerContext,
  language: string | null | undefined,
): Promise<Preview> {
  const study = await studyAt(context, params['study'] ?? '')
  const version = params['version'] === undefined ? null : versionNumber(params['version'])
  const questionnaire = version === null ? compiled(study) : await published(context, study, version)
  const chosen = languageFor({ questionnaire, languages: questionnaire.languages }, language)
  const open = await context.releases.openLanguages(questionnaire)
  const view: PageContext = {
    wave: 'preview',
    action: `/studio/preview/${study.id}${version === null ? '' : `/${version}`}`,
    origin: context.settings.publicUrl(),
    language: chosen,
    languages: questionnaire.languages,
    owner: study.organisation,
    sample: study.sample,
    tryOut: true,
    unreleased: !open.includes(chosen),
    mode: 'open',
    studyTitle: study.title,
    keeps: await keptFor(context, { studyId: study.id, erasesOn: null, state: 'open' }),
    clock: todayAt(context.clock.now()),
  }
  return { questionnaire, view }
}

async function published({ database }: ServerContext, { id }: Study, version: number): Promise<Questionnaire> {
  const found = await findVersion(database.db, id, version)
  if (found === null) throw problem('unknownVersion', { version })
  return found.questionnaire
}

function compiled({ definition }: Study): Questionnaire {
  const { questionnaire, findings } = compileText(definition.text)
  if (questionnaire === null) throw problem('definitionRefused', { findings: findings.length })
  return questionnaire
}

function shown(questionnaire: Questionnaire, view: PageContext, screenId: string | null): Reply {
  if (screenId === null) return preview(200, renderIntroduction(questionnaire, view))
  const known = questionnaire.screens.some(({ id }) => id === screenId)
  if (!known)
    return preview(200, renderReady(questionnaire, view, { draft: '', withdrawalCode: '', answered: 0, skipped: 0 }))
  return preview(200, renderScreen(questionnaire, view, { ...NOTHING_KEPT, screenId, answers: {} }))
}

/** Goes from screen to screen in the order of the questionnaire: without kept answers there is nothing to route by. */
function tried(questionnaire: Questionnaire, view: PageContext, form: PageRequest): Reply {
  const screens = questionnaire.screens.map(({ id }) => id)
  const place = screens.indexOf(form.screenId)
  if (form.go === 'back') return shown(questionnaire, view, screens[place - 1] ?? null)
  if (form.go === 'language' || form.go === 'resume') return shown(questionnaire, view, form.screenId || null)
  if (form.go === 'next') {
    const again = lookedAt(questionnaire, view, form)
    if (again !== null) return again
  }
  return shown(questionnaire, view, form.go === 'stop' || form.go === 'submit' ? null : (screens[place + 1] ?? ''))
}

/** A screen shows all that it can hold, for a preview knows no other answers. */
const NOTHING_KEPT = { draft: null, saved: 0, earlierUnknown: true } as const

/** Whether it takes other answers to say that this is wrong. */
function hangsOnOthers({ questions }: Questionnaire, { code, path }: Finding): boolean {
  if (code !== 'optionNotOffered') return code === 'answerNotAsked'
  const question = questions.find(({ name }) => name === path.split('/')[2])
  if (question === undefined) return false
  const options = question.type === 'matrix' ? question.columns : 'options' in question ? question.options : []
  return options.some(({ visibleIf, enableIf }) => visibleIf !== undefined || enableIf !== undefined)
}

/** The same screen with what to look at again; null when it may go on. */
function lookedAt(questionnaire: Questionnaire, view: PageContext, form: PageRequest): Reply | null {
  const { screenId, askedAgain } = form
  const result = checkScreen(questionnaire, screenId, {}, form.given, view.clock)
  const again = { ...NOTHING_KEPT, screenId, answers: form.given, askedAgain }
  if (!result.ok) {
    const unsure = result.findings.every((found) => hangsOnOthers(questionnaire, found))
    return unsure ? null : preview(422, renderScreen(questionnaire, view, { ...again, findings: result.findings }))
  }
  const unanswered = result.unanswered.filter((name) => !askedAgain.includes(name))
  return unanswered.length === 0
    ? null
    : preview(422, renderScreen(questionnaire, view, { ...again, unanswered, unansweredParts: result.unansweredParts }))
}

function preview(status: number, html: string): Reply {
  return page(status, html, 'preview', { 'X-Robots-Tag': 'noindex' })
}
