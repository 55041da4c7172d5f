import { problem, type Questionnaire, type ReportPlan, type WithdrawalReason } from '@klankbord/model'
import type { WantedCorrection } from '../../publication/edition-correction.ts'
import { shownMoment } from '../../publication/embargo.ts'
import { publishedAction, publishedFor, type WantedReaders } from '../../publication/published-for.ts'
import { prepareWave, publishWave, type PublishedWave, type PublishingStep } from '../../publication/publish-wave.ts'
import { waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
import { knownAddress } from '../known-address.ts'
import { readPlan } from '../read-plan.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { hiddenLines } from './hidden-lines.ts'
import { mergeLines } from './merge-lines.ts'
import { requireSiteFolder, writeSite } from './write-site.ts'

/** What was typed of a wave to publish. */
export interface PublishOptions {
  readonly data: string
  /** Address of the wave; also as the argument. */
  readonly wave?: string
  readonly members?: boolean
  readonly draft?: boolean
  readonly embargo?: Date
  readonly dryRun?: boolean
  /** A folder to write it into as files, and the address at which that will stand. */
  readonly static?: string
  readonly staticAddress?: string
  /** A file with the plan to publish by. */
  readonly plan?: string
  /** Why it takes the place of the edition before. */
  readonly correction?: WithdrawalReason
  readonly words?: string
  /** It does because answers came in. */
  readonly update?: boolean
}

/**
 * Publishes the results of a wave for everybody, at once or from a moment on, for members alone or as a draft, and says where
 * they are. With `dryRun` nothing is written, and what would be hidden is said with its reason.
 *
 * @throws Problem `waveNotNamed`, and before anything is published `fileExists` for a folder that is not empty
 */
export async function publishResults(
  place: Surroundings,
  named: string | undefined,
  options: PublishOptions,
): Promise<void> {
  const address = named ?? options.wave
  if (address === undefined) throw problem('waveNotNamed', {})
  const { data, embargo, dryRun = false, static: folder, staticAddress: at } = options
  if (folder !== undefined) await requireSiteFolder(folder, place.environment.assets)
  const onStep = (step: PublishingStep): void => {
    if (place.terminal.watched) place.terminal.progress(say(`publishing.${step}`))
  }
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place, knownAddress(data)) }, async ({ context }) => {
    const { wave, questionnaire } = await waveAt(context, address)
    const shown = { ...(await planOf(options, questionnaire)), ...correctionOf(options) }
    if (dryRun) {
      const prepared = await prepareWave(context, wave, { ...shown, onStep })
      const { edition } = prepared.publication
      place.terminal.print(say('dryRun', { edition, address }))
      for (const line of hiddenLines(prepared.publication)) place.terminal.print(line)
      for (const line of await mergeLines(prepared)) place.terminal.print(line)
      return warnOfLeftOut(place, prepared)
    }
    const readers: WantedReaders = options.draft === true ? 'draft' : options.members === true ? 'members' : 'everybody'
    const publishing = publishedFor(readers, embargo)
    const published = await publishWave(context, wave, { ...publishing, ...shown, onStep })
    const { edition, id } = published.publication
    const until = embargo === undefined ? {} : { until: embargo.toISOString() }
    const details = { wave: wave.id, edition, readers, ...until }
    await audit(context, null, { action: publishedAction(publishing.state), studyId: wave.studyId, details })
    const moment = embargo === undefined ? '' : shownMoment(embargo)
    place.terminal.print(say(`published.${publishing.state}`, { edition, address, id, moment }))
    for (const { audience } of published.publication.audiences ?? [])
      place.terminal.print(say('publishedFor', { audience, id }))
    if (folder !== undefined) {
      const count = await writeSite(context, id, { folder, ...(at !== undefined && { at }) })
      place.terminal.print(say('siteWritten', { count, folder }))
    }
    warnOfLeftOut(place, published)
  })
}

async function planOf(
  { plan: file }: PublishOptions,
  questionnaire: Questionnaire,
): Promise<{ readonly plan?: ReportPlan }> {
  return file === undefined ? {} : { plan: await readPlan(file, questionnaire) }
}

function correctionOf({ correction: reason, words, update }: PublishOptions): {
  readonly correction?: WantedCorrection
} {
  if (update === true) return { correction: { reason: 'update' } }
  if (reason === undefined) return {}
  return { correction: { reason, ...(words !== undefined && { words }) } }
}

function warnOfLeftOut({ terminal }: Surroundings, { leftOut }: PublishedWave): void {
  if (leftOut.length > 0) terminal.warn(say('planLeftOut', { names: leftOut.join(', ') }))
}
