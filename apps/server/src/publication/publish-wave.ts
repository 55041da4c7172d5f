import { createHmac } from 'node:crypto'
import { isProblem, problem, type Codebook, type Dataset, type Publication, type ReportPlan } from '@klankbord/model'
import { reopen, type Solving } from '@klankbord/disclosure'
import { codebook } from '@klankbord/questionnaire'
import {
  publish,
  publishShared,
  refuseOpenedEdition,
  suggestedMerges,
  type NamedMerge,
  type PublishInput,
} from '@klankbord/reporting'
import {
  answersDeletedOn,
  findPublication,
  findVersion,
  listPublications,
  savePublications,
  weekRange,
  type NewPublication,
  type Version,
  type Wave,
} from '@klankbord/storage'
import { todayAt, isoWeek } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { randomId } from '../randomness.ts'
import { quotesToPublish } from '../single-answers/study-quotes.ts'
import { answerModes } from '../study/answer-modes.ts'
import { studyAt } from '../study/find-study.ts'
import { policyOf } from '../study/study-policy.ts'
import { refuseTryOut } from '../waves/refuse-try-out.ts'
import { waveDataset } from '../waves/wave-dataset.ts'
import { editionCorrection, type WantedCorrection } from './edition-correction.ts'
import { refuseEmbargo } from './embargo.ts'
import { fieldworkCounts } from './fieldwork-counts.ts'
import { fittingPlan, leftOutOf } from './fitting-plan.ts'
import { fixedPlanOf } from './fix-plan.ts'
import { keptEditions } from './kept-editions.ts'
import { hasPartPublished, laterPlan, sharedParts, withBreakdown, type PartsOfStudy } from './shared-parts.ts'
import { wordsToPublish } from './report-words.ts'
import { keyedDigest } from './keyed-digest.ts'
import { readableBefore } from './readable-before.ts'
import { refuseBrokenLimits } from './purpose-limits.ts'

/** An edition, and what the plan of the study names that is not in it (see `fittingPlan`). */
export interface PublishedWave {
  readonly publication: Publication
  readonly leftOut: readonly string[]
}

/** What is being done; each takes a while where there are many answers. */
export type PublishingStep = 'reading' | 'protecting' | 'merging' | 'saving'

/** For whom an edition is, and whom to tell how far it is. */
export interface Publishing {
  /** `public` when left out. */
  readonly state?: 'draft' | 'embargoed' | 'members' | 'public'
  /** Of an embargoed one. */
  readonly embargoUntil?: Date
  /** What is shown; left out, the plan that was fixed for the wave, else that of the study. */
  readonly plan?: ReportPlan
  /** Why it takes the place of the edition before; worked out when left out. */
  readonly correction?: WantedCorrection
  readonly onStep?: (step: PublishingStep) => void
}

/** An edition that is made and not saved. */
export interface PreparedWave extends PublishedWave {
  /** Those of the parts, each for the members of its organisation. */
  readonly parts: readonly NewPublication[]
  /** Works out which groups to merge so that more can be shown; takes a while. Null where an earlier edition fixes the groups. */
  readonly merges: () => Promise<readonly NamedMerge[] | null>
}

/**
 * Publishes the results of a wave as its next edition; with the first, of a study that is shared, the part of each
 * organisation for its members. It takes the place of drafts.
 *
 * @throws what `prepareWave` throws; Problem `publicationExists` when another edition was published in the meantime,
 * `embargoRefused`
 */
export async function publishWave(
  context: ServerContext,
  wave: Wave,
  publishing: Publishing = {},
): Promise<PublishedWave> {
  const { state = 'public', embargoUntil, onStep } = publishing
  if (embargoUntil !== undefined) refuseEmbargo(embargoUntil, context.clock)
  const { publication, leftOut, parts } = await prepareWave(context, wave, publishing)
  onStep?.('saving')
  const total = { publication, state, ...(embargoUntil !== undefined && { embargoUntil }) }
  const made = state === 'draft' ? parts.map((part) => ({ ...part, state })) : parts
  await savePublications(context.database.db, { studyId: wave.studyId, waveId: wave.id }, [total, ...made])
  return { publication, leftOut }
}

/**
 * Makes the next edition of a wave without saving it.
 *
 * @throws Problem `waveIsTryOut`, `tooFewResponses`, `editionTooClose`, `disclosureUnsafe`; `answersDeleted` and `earlierEditionRemoved` once a term is over; `planFitsNothing` and `purposeLimitBroken` before an answer is read;
 * what `editionCorrection` throws
 */
export async function prepareWave(
  context: ServerContext,
  wave: Wave,
  { onStep, plan: other, correction: wanted }: Publishing = {},
): Promise<PreparedWave> {
  refuseTryOut(wave)
  await refuseDeletedAnswers(context, wave)
  const study = await studyAt(context, wave.studyId)
  const version = await versionOf(context, wave)
  const fixed = await fixedPlanOf(context, wave)
  const named = other ?? fixed?.plan ?? study.plan
  const fitting = fittingPlan(named, version.questionnaire)
  const previous = await earlierEditions(context, wave)
  const shared = await sharedParts(context, wave.studyId, version.questionnaire)
  const inParts = shared !== null || (await hasPartPublished(context, wave))
  const plan = inParts ? laterPlan(fitting, previous) : fitting
  refuseBrokenLimits(version.questionnaire, plan)
  onStep?.('reading')
  const { dataset, digest } = await loadDataset(context, wave, codebook(version.questionnaire))
  const weeks = await weeksOf(context, wave)
  const before = { wave: wave.address, before: previous.at(-1), answered: dataset.rows }
  const correction = editionCorrection(wanted, before)
  const input: PublishInput = {
    id: randomId(context.randomness),
    edition: previous.length + 1,
    publishedOn: todayAt(context.clock.now()).today,
    study: {
      title: study.title,
      organisation: study.organisation.name,
      sample: study.sample,
      tryOut: study.tryOut,
    },
    wave: { title: wave.title, mode: wave.mode, ...weeks },
    questionnaire: version.questionnaire,
    version: version.version,
    dataset,
    frame: wave.frame,
    plan,
    ...(await wordsToPublish(context, wave.studyId)),
    quotes: await quotesToPublish(context, wave, version.questionnaire),
    policy: policyOf(context, study),
    previous,
    modes: await answerModes(context, { studyId: wave.studyId, waveId: wave.id }),
    digest,
    keyedDigest: keyedDigest(context),
    fieldwork: await fieldworkCounts(context, wave),
    ...(await readableBefore(context, wave, weeks.from)),
    ...(fixed && { fixed: { ...fixed, fixedOn: fixed.on, plan: fittingPlan(fixed.plan, version.questionnaire) } }),
    ...(correction && { correction }),
  }
  onStep?.('protecting')
  const { total, parts } = await withoutCounts(wave, () =>
    madeOf(input, previous.length === 0 ? shared : null, context.solving),
  )
  await refuseOpenedEdition(total, await keptEditions(context, wave), context.solving)
  const merges = async (): ReturnType<PreparedWave['merges']> => {
    if (previous.length > 0) return null
    onStep?.('merging')
    return suggestedMerges(input, context.solving)
  }
  return { publication: total, parts, leftOut: leftOutOf(named, fitting), merges }
}

/** Of an anonymous wave researchers see no small counts either: how a figure could be worked out is not told. */
async function withoutCounts<T>({ mode }: Wave, make: () => Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (error) {
    if (mode !== 'codeAnonymous') throw error
    if (isProblem(error, 'disclosureUnsafe')) throw problem('disclosureUnsafe', { ...error.details, sums: [] })
    // Which figures changed by a few is what a few people answered.
    if (isProblem(error, 'editionTooClose')) throw problem('editionTooClose', { ...error.details, others: [], more: 0 })
    throw error
  }
}

/** The publication of all respondents, and those of the parts, each for the members of its organisation. */
async function madeOf(
  input: PublishInput,
  shared: PartsOfStudy | null,
  solving: Solving,
): Promise<{ readonly total: Publication; readonly parts: readonly NewPublication[] }> {
  if (shared === null) return { total: await publish(input, solving), parts: [] }
  refuseBrokenLimits(input.questionnaire, withBreakdown(input.plan, shared.variable))
  const { total, parts } = await publishShared(input, shared, solving)
  const made = shared.parts.flatMap(({ id, organisationId }): readonly NewPublication[] => {
    const publication = parts.get(id)
    return publication === undefined ? [] : [{ publication, state: 'members', organisationId }]
  })
  return { total, parts: made }
}

/** What came in after the others were deleted is not the wave any more. */
async function refuseDeletedAnswers({ database }: ServerContext, { studyId, id }: Wave): Promise<void> {
  const on = await answersDeletedOn(database.db, studyId, id)
  if (on !== null) throw problem('answersDeleted', { wave: id, on })
}

async function versionOf({ database }: ServerContext, { studyId, version }: Wave): Promise<Version> {
  const found = await findVersion(database.db, studyId, version)
  if (found === null) throw problem('unknownVersion', { version })
  return found
}

/** The answers as columns, with a keyed digest of the rows that went in, whatever their order. */
async function loadDataset(
  context: ServerContext,
  wave: Wave,
  book: Codebook,
): Promise<{ dataset: Dataset; digest: string }> {
  const { digestKey } = context.settings
  const digests: string[] = []
  const dataset = await waveDataset(context, wave, book, ({ rows, codes, numbers }) => {
    for (let row = 0; row < rows; row += 1) {
      const packed = [
        [...codes.subarray(row * book.slots, (row + 1) * book.slots)],
        [...numbers.subarray(row * book.numbers, (row + 1) * book.numbers)],
      ]
      digests.push(createHmac('sha256', digestKey).update(JSON.stringify(packed)).digest('hex'))
    }
  })
  const all = createHmac('sha256', digestKey)
  for (const digest of digests.toSorted()) all.update(digest)
  return { dataset, digest: all.digest('hex') }
}

/** What others know already: every edition but drafts, which nobody saw but the staff of the study, also those withdrawn since. */
async function earlierEditions({ database }: ServerContext, wave: Wave): Promise<readonly Publication[]> {
  const summaries = (await listPublications(database.db, wave.studyId)).filter(
    ({ waveId, organisationId, state }) => waveId === wave.id && organisationId === null && state !== 'draft',
  )
  const stored = await Promise.all(summaries.map(({ id }) => findPublication(database.db, id)))
  return stored.flatMap((found) => {
    if (found === null) return []
    const { tombstone, content } = found
    if (tombstone !== null)
      throw problem('earlierEditionRemoved', { edition: tombstone.edition, on: tombstone.removedOn })
    return [reopen(JSON.parse(content))]
  })
}

async function weeksOf({ database, clock }: ServerContext, wave: Wave): Promise<{ from: string; to: string }> {
  const now = isoWeek(clock.now())
  return (await weekRange(database.db, wave.studyId, wave.id)) ?? { from: now, to: now }
}
