import { coversOrganisation, problem, type Organisation } from '@klankbord/model'
import { instrumentSummaries, READY_CONSENTS } from '@klankbord/instruments'
import {
  closeWave,
  countResponses,
  findVersion,
  listOrganisations,
  listStudies,
  listVersions,
  saveDefinition,
  type Study,
  type Wave,
} from '@klankbord/storage'
import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { todayAt } from '../clock.ts'
import { json } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type RouteRequest, type StaffSession } from '../http/route.ts'
import { audit, type AuditedAct } from '../staff/audit.ts'
import { changeReaders } from '../publication/change-readers.ts'
import { ownStudies, READ_ALONG, RESEARCHERS } from '../staff/rights.ts'
import { publishWave } from '../publication/publish-wave.ts'
import { retentionSummary } from '../retention/retention-summary.ts'
import { openLatest } from '../study/open-latest.ts'
import { studyAt, waveOf } from '../study/find-study.ts'
import { publishWorkingVersion } from '../study/publish-working-version.ts'
import { studyFromInstrument } from '../study/study-from-instrument.ts'
import { publicationSummary, studySummary, waveSummary } from '../study/study-summary.ts'
import { workingDefinition, type WorkingDefinition } from '../study/working-definition.ts'
import { changePlan } from '../waves/change-plan.ts'
import { NEW_WAVE, TITLE, WAVE_CHANGES } from './wave-fields.ts'

const ORGANISATION = z.strictObject({
  name: z.string().trim().min(1).max(200),
  helpPhone: z.string().trim().min(3).max(40).optional(),
})
const NEW_STUDY = z.strictObject({ title: TITLE, organisation: ORGANISATION, instrument: z.string().max(100) })
const NOTHING = z.strictObject({})
/** Who may read: everybody when left out. */
const PUBLISHING = z.strictObject({ readers: z.enum(['members', 'everybody']).optional() })
const READERS = z.strictObject({ state: z.enum(['public', 'withdrawn']) })
const DEFINITION = z.strictObject({ text: z.string().max(200_000), revision: z.int().min(0) })

const UNKNOWN = { 404: 'No such study or wave.' }

/** What the author of a definition is told of it. */
async function working(
  { releases }: ServerContext,
  { organisation }: Study,
  text: string,
  versions: readonly { readonly hash: string }[],
): Promise<WorkingDefinition> {
  const published = versions.at(-1)?.hash ?? null
  return workingDefinition(text, { organisation, published, reviewOf: await releases.reviewOf() })
}

/** What the studio asks for: studies, their questionnaire, their waves and their publications. */
export const studyRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/instruments',
    role: 'staff',
    output: 'open',
    summary:
      'The ready-made questionnaires to begin with: what each measures, for whom, how long, what not for; and words to ask for consent in.',
    responses: { 200: 'The instruments.' },
    handler: async () => json(200, { instruments: instrumentSummaries(), consents: READY_CONSENTS }),
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies',
    role: 'staff',
    output: 'staff',
    may: READ_ALONG,
    summary: 'The studies that one works on, with their waves and publications.',
    responses: { 200: 'The studies.' },
    handler: async ({ staff }, context) => {
      const all = await listStudies(context.database.db)
      const studies = staff === null ? [] : await ownStudies(context, staff.rights, all, READ_ALONG)
      return json(200, { studies: await Promise.all(studies.map((study) => studySummary(context, study))) })
    },
  }),
  jsonRoute(NEW_STUDY, {
    method: 'POST',
    path: '/api/studies',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'A new study from an instrument.',
    responses: {
      201: 'The study.',
      422: 'A field is missing or wrong, or the instrument is unknown.',
    },
    handler: async ({ body, staff }, context) => {
      const { title, instrument } = body
      await refuseForeignOrganisation(context, staff, body.organisation.name)
      const study = await studyFromInstrument(context, {
        title,
        instrument,
        organisation: organisationOf(body.organisation),
      })
      await audit(context, staff, { action: 'study.begun', studyId: study.id, details: { instrument } })
      return json(201, await studySummary(context, study))
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study',
    role: 'staff',
    output: 'staff',
    may: READ_ALONG,
    summary: 'One study with its working definition and what the compiler finds in it.',
    responses: { 200: 'The study.', ...UNKNOWN },
    handler: async (request, context) => {
      const study = await studyAt(context, studyId(request))
      const [summary, versions, retention] = await Promise.all([
        studySummary(context, study),
        listVersions(context.database.db, study.id),
        retentionSummary(context, study.id),
      ])
      const { definition } = study
      return json(200, {
        ...summary,
        definition,
        versions,
        retention,
        ...(await working(context, study, definition.text, versions)),
      })
    },
  }),
  jsonRoute(DEFINITION, {
    method: 'PUT',
    path: '/api/studies/:study/definition',
    role: 'staff',
    output: 'staff',
    // Text in text: quotes are escaped, and letters beyond Latin take up to three bytes.
    bodyLimit: 1024 * 1024,
    may: RESEARCHERS,
    audited: null,
    summary: 'Keeps the text of the working definition, also while it does not compile.',
    responses: {
      200: 'Kept, with the findings.',
      ...UNKNOWN,
      409: 'Somebody else changed it.',
      422: 'A field is wrong.',
    },
    handler: async (request, context) => {
      const study = await studyAt(context, studyId(request))
      const revision = await saveDefinition(context.database.db, study.id, request.body)
      const versions = await listVersions(context.database.db, study.id)
      return json(200, { revision, ...(await working(context, study, request.body.text, versions)) })
    },
  }),
  jsonRoute(NOTHING, {
    method: 'POST',
    path: '/api/studies/:study/versions',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Freezes the working definition as a version.',
    responses: {
      201: 'The version.',
      ...UNKNOWN,
      422: 'The definition has findings that block, or questions that no web page can ask.',
    },
    handler: async (request, context) => {
      const published = await publishWorkingVersion(context, await studyAt(context, studyId(request)))
      await auditStudy(request, context, 'definition.published', { version: published.version })
      return json(201, published)
    },
  }),
  jsonRoute(NEW_WAVE, {
    method: 'POST',
    path: '/api/studies/:study/waves',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary:
      'Makes a wave with the latest version, at once or from a day on: for anybody with its link, or with a code for each person.',
    responses: {
      201: 'The wave.',
      ...UNKNOWN,
      409: 'No version is published yet.',
      422: 'A field is missing or wrong, or the version has questions that no web page can ask.',
    },
    handler: async (request, context) => {
      const wave = await openedWave(context, studyId(request), request.body)
      await auditStudy(request, context, wave.tryOut ? 'wave.triedOut' : 'wave.opened', {
        wave: wave.id,
        mode: wave.mode,
      })
      return json(201, await waveSummary(context, wave, 0))
    },
  }),
  jsonRoute(WAVE_CHANGES, {
    method: 'PATCH',
    path: '/api/studies/:study/waves/:wave',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Closes a wave for good, or changes its days, languages, ways, limits, or how many people there are.',
    responses: {
      200: 'The wave.',
      ...UNKNOWN,
      409: 'The wave began already, so this is fixed.',
      410: 'The wave is closed already.',
      422: 'A field is wrong, or does not fit the questionnaire.',
    },
    handler: async (request, context) => {
      const before = await waveOf(context, studyId(request), waveId(request))
      const wave = await changedWave(request, context, before)
      const answers = wave.tryOut ? 0 : await countResponses(context.database.db, wave.studyId, wave.id)
      return json(200, await waveSummary(context, wave, answers))
    },
  }),
  jsonRoute(PUBLISHING, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/publications',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Publishes the results of a wave as its next edition, for everybody or for `members`.',
    responses: {
      201: 'The publication, with `leftOut`: names in the plan that this version does not ask in a form that can be counted.',
      ...UNKNOWN,
      409: 'Too few answers, or too close to what was published before.',
      422: 'The plan names what cannot be published, or the body is refused.',
    },
    handler: async (request, context) => {
      const wave = await waveOf(context, studyId(request), waveId(request))
      const { readers = 'everybody' } = request.body
      const state = readers === 'members' ? 'members' : 'public'
      const { publication, leftOut } = await publishWave(context, wave, state)
      const { edition } = publication
      await auditStudy(request, context, 'results.published', { wave: wave.id, edition, readers })
      const summary = publicationSummary(context, { ...publication, waveId: wave.id, state, organisationId: null }, [])
      return json(201, leftOut.length > 0 ? { ...summary, leftOut } : summary)
    },
  }),
  jsonRoute(READERS, {
    method: 'PATCH',
    path: '/api/studies/:study/publications/:publication',
    role: 'staff',
    output: 'open',
    may: RESEARCHERS,
    summary: 'Lets everybody read what was published for members, or withdraws a publication.',
    responses: {
      200: 'Who may read it now.',
      404: 'No such study or publication.',
      409: 'It was withdrawn, or stays with the members of one organisation.',
      422: 'Only that is possible.',
    },
    handler: async (request, context) => {
      const place = { studyId: studyId(request), publication: request.params['publication'] ?? '' }
      const changed = await changeReaders(context, request.staff, place, request.body.state)
      const organisations = await listOrganisations(context.database.db)
      return json(200, { ...publicationSummary(context, changed, organisations), state: changed.state })
    },
  }),
]

async function openedWave(
  context: ServerContext,
  id: string,
  { mode = 'open', ...fields }: z.output<typeof NEW_WAVE>,
): Promise<Wave> {
  return openLatest(context, await studyAt(context, id), { ...fields, mode })
}

/** Plans first: what is closed at once cannot be planned any more. */
async function changedWave(
  request: RouteRequest<z.output<typeof WAVE_CHANGES>>,
  context: ServerContext,
  before: Wave,
): Promise<Wave> {
  const { state, ...fields } = request.body
  const { db } = context.database
  const { id, studyId: study } = before
  let wave = before
  if (Object.keys(fields).length > 0) {
    const version = await findVersion(db, study, wave.version)
    if (version === null) throw problem('unknownVersion', { version: wave.version })
    wave = await changePlan(context, wave, version.questionnaire, fields)
    await auditStudy(request, context, 'wave.planned', { wave: id, changed: Object.keys(fields) })
  }
  if (state === undefined) return wave
  wave = await closeWave(db, { studyId: study, waveId: id }, todayAt(context.clock.now()).today)
  await auditStudy(request, context, 'wave.closed', { wave: id })
  return wave
}

async function auditStudy(
  request: RouteRequest,
  context: ServerContext,
  action: AuditedAct['action'],
  details: AuditedAct['details'] & object,
): Promise<void> {
  await audit(context, request.staff, { action, studyId: studyId(request), details })
}

function studyId(request: RouteRequest): string {
  return request.params['study'] ?? ''
}

function waveId(request: RouteRequest): string {
  return request.params['wave'] ?? ''
}

function organisationOf({ name, helpPhone }: z.output<typeof ORGANISATION>): Organisation {
  return { name, ...(helpPhone === undefined ? {} : { helpPhone }) }
}

/** Whoever does not administer begins studies for the organisations that they are researcher of. @throws Problem `notAllowed` */
async function refuseForeignOrganisation(
  { database }: ServerContext,
  staff: StaffSession | null,
  name: string,
): Promise<void> {
  if (staff?.rights.administrator === true) return
  const organisation = (await listOrganisations(database.db)).find((one) => one.name === name)
  const own = staff?.rights.memberships.some(
    (one) => one.organisationId === organisation?.id && one.role === 'researcher' && coversOrganisation(one),
  )
  if (own !== true) throw problem('notAllowed', { roles: RESEARCHERS })
}
