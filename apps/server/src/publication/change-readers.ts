import {
  problem,
  type AuditAction,
  type DisclosurePolicy,
  type Json,
  type PublicationState,
  type WithdrawalReason,
} from '@klankbord/model'
import { findNumbers, reopen } from '@klankbord/disclosure'
import {
  findPublication,
  setPublicationState,
  type PublicationChange,
  type PublicationSummary,
  type StoredPublication,
} from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import { studyAt } from '../study/find-study.ts'
import { policyOf } from '../study/study-policy.ts'
import { asOf } from './as-of.ts'
import { refuseEmbargo } from './embargo.ts'

/** What somebody decided about who may read a publication. */
export type ReadersChange =
  | { readonly state: 'members' | 'public' }
  | { readonly state: 'embargoed'; readonly until: Date }
  | { readonly state: 'withdrawn'; readonly reason: WithdrawalReason; readonly words?: string }

/** From where to where; what everybody could read once cannot go back, and of a part only members ever read. */
const POSSIBLE: Readonly<Record<ReadersChange['state'], readonly PublicationState[]>> = {
  members: ['draft', 'embargoed'],
  embargoed: ['draft', 'embargoed', 'members'],
  public: ['draft', 'embargoed', 'members'],
  withdrawn: ['embargoed', 'members', 'public'],
}

const ACTIONS: Readonly<Record<ReadersChange['state'], AuditAction>> = {
  members: 'results.forMembers',
  embargoed: 'results.embargoed',
  public: 'results.opened',
  withdrawn: 'results.withdrawn',
}

/**
 * Decides who may read a publication: shows a draft, sets or takes back the moment at which it opens, opens it, or withdraws it
 * with a reason. Its content stays as it was frozen. What everybody could read once cannot go back to members, and what is
 * about the respondents of one organisation stays with its members.
 *
 * @throws Problem `unknownPublication`, `readersNotPossible`, `embargoRefused`, `withdrawalWithoutWords`, `withdrawalWithNumber`, `draftOutdated`
 */
export async function changeReaders(
  context: ServerContext,
  staff: StaffSession | null,
  place: { readonly studyId: string; readonly publication: string },
  to: ReadersChange,
): Promise<PublicationSummary> {
  const { db } = context.database
  const stored = await findPublication(db, place.publication)
  if (stored === null || stored.studyId !== place.studyId) {
    throw problem('unknownPublication', { publication: place.publication })
  }
  const now = asOf(stored, context.clock)
  const { id, studyId, waveId, edition, organisationId } = now
  const possible = POSSIBLE[to.state].includes(now.state) && (organisationId === null || to.state === 'withdrawn')
  if (!possible) throw problem('readersNotPossible', { publication: id, from: now.state, to: to.state })
  if (now.state === 'draft') refuseOutdated(now, policyOf(context, await studyAt(context, studyId)))
  await setPublicationState(db, studyId, id, changeOf(context, stored, now, to))
  await audit(context, staff, {
    action: ACTIONS[to.state],
    studyId,
    ...(organisationId === null ? {} : { organisationId }),
    details: { wave: waveId, edition, ...detailsOf(to) },
  })
  return (await findPublication(db, id)) ?? stored
}

/** What is written down, of what was known from whom. */
function changeOf(
  { clock }: ServerContext,
  stored: StoredPublication,
  now: StoredPublication,
  to: ReadersChange,
): PublicationChange {
  const on = todayAt(clock.now()).today
  const change = { state: to.state, on, from: stored.state, openSince: now.publicSince }
  if (to.state === 'embargoed') {
    refuseEmbargo(to.until, clock)
    return { ...change, embargoUntil: to.until }
  }
  if (to.state !== 'withdrawn') return change
  const words = to.words?.trim() ?? ''
  const [number] = ['nl', 'en'].flatMap((language) => findNumbers(words, language))
  if (number !== undefined) throw problem('withdrawalWithNumber', { publication: stored.id })
  if (to.reason === 'other' && words === '') throw problem('withdrawalWithoutWords', { publication: stored.id })
  return { ...change, withdrawal: { on, reason: to.reason, words: words === '' ? null : words } }
}

/** Rules may have become stronger since a draft was made; nobody has seen it yet. */
function refuseOutdated({ id, content }: StoredPublication, rules: DisclosurePolicy): void {
  const { policy } = reopen(JSON.parse(content)).disclosure
  for (const rule of ['leastGroup', 'indicativeBelow', 'sensitiveCell'] as const)
    if (policy[rule] < rules[rule])
      throw problem('draftOutdated', { publication: id, rule, value: policy[rule], least: rules[rule] })
}

function detailsOf(to: ReadersChange): Readonly<Record<string, Json>> {
  if (to.state === 'embargoed') return { until: to.until.toISOString() }
  return to.state === 'withdrawn' ? { reason: to.reason } : {}
}
