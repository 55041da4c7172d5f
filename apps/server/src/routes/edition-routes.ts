import { problem, WITHDRAWAL_REASONS } from '@klankbord/model'
import { findPublication, listOrganisations } from '@klankbord/storage'
import { z } from 'zod'
import { json } from '../http/reply.ts'
import { jsonRoute, type Route } from '../http/route.ts'
import { changeReaders } from '../publication/change-readers.ts'
import { publishedAction, publishedFor } from '../publication/published-for.ts'
import { prepareWave, publishWave } from '../publication/publish-wave.ts'
import { rehearsalOf } from '../publication/rehearsal.ts'
import { RESEARCHERS } from '../staff/rights.ts'
import { publicationSummary } from '../study/study-summary.ts'
import { auditWave, waveInPath } from './wave-in-path.ts'

const MOMENT = z.iso.datetime({ offset: true }).transform((typed) => new Date(typed))
/** Who may read: everybody when left out, at once or from a moment on. */
const PUBLISHING = z.strictObject({
  readers: z.enum(['draft', 'members', 'everybody']).optional(),
  embargoUntil: MOMENT.optional(),
  /** Why it takes the place of the edition before; worked out when left out. */
  correction: z
    .discriminatedUnion('reason', [
      z.strictObject({ reason: z.literal('update') }),
      z.strictObject({ reason: z.enum(WITHDRAWAL_REASONS), words: z.string().max(500).exactOptional() }),
    ])
    .optional(),
  /** Only says what would be hidden. */
  dryRun: z.boolean().default(false),
})
const READERS = z.discriminatedUnion('state', [
  z.strictObject({ state: z.enum(['members', 'public']) }),
  z.strictObject({ state: z.literal('embargoed'), until: MOMENT }),
  z.strictObject({
    state: z.literal('withdrawn'),
    reason: z.enum(WITHDRAWAL_REASONS),
    words: z.string().max(500).exactOptional(),
  }),
])

const UNKNOWN = { 404: 'No such study or wave.' }

/** What is published of waves, and who may read it. */
export const editionRoutes: readonly Route[] = [
  jsonRoute(PUBLISHING, {
    method: 'POST',
    path: '/api/studies/:study/waves/:wave/publications',
    role: 'staff',
    output: 'staff',
    may: RESEARCHERS,
    summary:
      'Publishes the results of a wave as its next edition: for everybody at once or from a moment on, for `members`, or as a draft. With `dryRun` it only says what would be hidden, and which groups to take together.',
    responses: {
      200: 'With `dryRun`: what would be hidden.',
      201: 'The publication, with `leftOut`: names in the plan that this version does not ask in a form that can be counted.',
      ...UNKNOWN,
      409: 'Too few answers, too close to what was published before, or nothing to correct.',
      422: 'The plan names what cannot be published, or the body is refused.',
    },
    handler: async (request, context) => {
      const wave = await waveInPath(request, context)
      const { readers = 'everybody', embargoUntil, correction, dryRun } = request.body
      if (dryRun) return json(200, await rehearsalOf(await prepareWave(context, wave, correction && { correction })))
      const publishing = { ...publishedFor(readers, embargoUntil), ...(correction && { correction }) }
      const { publication, leftOut } = await publishWave(context, wave, publishing)
      const { edition, id } = publication
      const until = embargoUntil === undefined ? {} : { until: embargoUntil.toISOString() }
      await auditWave(request, context, wave, publishedAction(publishing.state), { edition, readers, ...until })
      const stored = await findPublication(context.database.db, id)
      if (stored === null) throw problem('unknownPublication', { publication: id })
      const summary = publicationSummary(context, stored, [])
      return json(201, leftOut.length > 0 ? { ...summary, leftOut } : summary)
    },
  }),
  jsonRoute(READERS, {
    method: 'PATCH',
    path: '/api/studies/:study/publications/:publication',
    role: 'staff',
    output: 'open',
    may: RESEARCHERS,
    summary:
      'Decides who may read a publication: members, everybody at once or from a moment on, or nobody any more, with the reason.',
    responses: {
      200: 'Who may read it now.',
      404: 'No such study or publication.',
      409: 'It was withdrawn, everybody could read it already, or it stays with the members of one organisation.',
      422: 'Only that is possible, with a moment within a year, and words for another reason.',
    },
    handler: async (request, context) => {
      const { study = '', publication = '' } = request.params
      const place = { studyId: study, publication }
      const changed = await changeReaders(context, request.staff, place, request.body)
      const organisations = await listOrganisations(context.database.db)
      return json(200, publicationSummary(context, changed, organisations))
    },
  }),
]
