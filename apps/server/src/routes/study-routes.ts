import { coversOrganisation, problem, type Organisation } from '@klankbord/model'
import { instrumentSummaries, READY_CONSENTS } from '@klankbord/instruments'
import {
  listOrganisations,
  listStudies,
  listVersions,
  saveDefinition,
  saveHelpPhone,
  type Study,
} from '@klankbord/storage'
import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { json, nothing } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type RouteRequest, type StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import { ownStudies, READ_ALONG, RESEARCHERS } from '../staff/rights.ts'
import { retentionSummary } from '../retention/retention-summary.ts'
import { studyAt } from '../study/find-study.ts'
import { HELP_PHONE } from '../study/help-phone.ts'
import { publishWorkingVersion } from '../study/publish-working-version.ts'
import { studyFromInstrument } from '../study/study-from-instrument.ts'
import { policyOf, raisePolicy } from '../study/study-policy.ts'
import { studySummary } from '../study/study-summary.ts'
import { workingDefinition, type WorkingDefinition } from '../study/working-definition.ts'
import { TITLE } from './wave-fields.ts'

const ORGANISATION = z.strictObject({ name: z.string().trim().min(1).max(200), helpPhone: HELP_PHONE.optional() })
const CALLED = z.strictObject({ helpPhone: HELP_PHONE.nullable() })
const RULE = z.int().min(0).max(1_000_000).optional()
const POLICY = z
  .strictObject({ leastGroup: RULE, indicativeBelow: RULE, sensitiveCell: RULE })
  .refine((rules) => Object.values(rules).some((value) => value !== undefined), 'at least one rule')
const NEW_STUDY = z.strictObject({ title: TITLE, organisation: ORGANISATION, instrument: z.string().max(100) })
const NOTHING = z.strictObject({})
const DEFINITION = z.strictObject({ text: z.string().max(200_000), revision: z.int().min(0) })

const UNKNOWN = { 404: 'No such study.' }

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

/** What the studio asks for: studies and their questionnaire. */
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
        policy: policyOf(context, study),
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
  jsonRoute(CALLED, {
    method: 'PUT',
    path: '/api/studies/:study/telephone',
    role: 'staff',
    output: 'staff',
    audited: 'study.phoneChanged',
    may: RESEARCHERS,
    summary:
      'Changes the number that people can call for help, at once and also in rounds under way; null takes it away.',
    responses: { 204: 'Changed.', ...UNKNOWN, 422: 'It is too short or too long.' },
    handler: async (request, { database }) => {
      await saveHelpPhone(database.db, studyId(request), request.body.helpPhone)
      return nothing(204)
    },
  }),
  jsonRoute(POLICY, {
    method: 'PUT',
    path: '/api/studies/:study/policy',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary: 'Raises rules that keep people unrecognisable in what the study shows; they are never lowered.',
    responses: {
      200: 'The rules that hold now.',
      ...UNKNOWN,
      409: 'A rule would be lowered.',
      422: 'A field is wrong, or no such value can be set.',
    },
    handler: async (request, context) => {
      const study = await studyAt(context, studyId(request))
      const { leastGroup, indicativeBelow, sensitiveCell } = request.body
      const wanted = {
        ...(leastGroup !== undefined && { leastGroup }),
        ...(indicativeBelow !== undefined && { indicativeBelow }),
        ...(sensitiveCell !== undefined && { sensitiveCell }),
      }
      const policy = await raisePolicy(context, study, wanted)
      await audit(context, request.staff, { action: 'study.policyRaised', studyId: study.id, details: { ...wanted } })
      return json(200, { policy })
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
      const study = await studyAt(context, studyId(request))
      const published = await publishWorkingVersion(context, study)
      const { version } = published
      await audit(context, request.staff, {
        action: 'definition.published',
        studyId: study.id,
        details: { version },
      })
      return json(201, published)
    },
  }),
]

function studyId(request: RouteRequest): string {
  return request.params['study'] ?? ''
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
