import { problem } from '@klankbord/model'
import { shownMoment } from '../../publication/embargo.ts'
import { publishedAction, publishedFor, type WantedReaders } from '../../publication/published-for.ts'
import { prepareWave, publishWave, type PublishedWave, type PublishingStep } from '../../publication/publish-wave.ts'
import { waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
import { knownAddress } from '../known-address.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { hiddenLines } from './hidden-lines.ts'

/** What was typed of a wave to publish. */
export interface PublishOptions {
  readonly data: string
  /** Address of the wave; also as the argument. */
  readonly wave?: string
  readonly members?: boolean
  readonly draft?: boolean
  readonly embargo?: Date
  readonly dryRun?: boolean
}

/**
 * Publishes the results of a wave for everybody, at once or from a moment on, for members alone or as a draft, and says where
 * they are. With `dryRun` nothing is written, and what would be hidden is said with its reason.
 *
 * @throws Problem `waveNotNamed`
 */
export async function publishResults(
  place: Surroundings,
  named: string | undefined,
  options: PublishOptions,
): Promise<void> {
  const address = named ?? options.wave
  if (address === undefined) throw problem('waveNotNamed', {})
  const { data, embargo, dryRun = false } = options
  const onStep = (step: PublishingStep): void => {
    if (place.terminal.watched) place.terminal.progress(say(`publishing.${step}`))
  }
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place, knownAddress(data)) }, async ({ context }) => {
    const { wave } = await waveAt(context, address)
    if (dryRun) {
      const prepared = await prepareWave(context, wave, { onStep })
      const { edition } = prepared.publication
      place.terminal.print(say('dryRun', { edition, address }))
      for (const line of hiddenLines(prepared.publication)) place.terminal.print(line)
      return warnOfLeftOut(place, prepared)
    }
    const readers: WantedReaders = options.draft === true ? 'draft' : options.members === true ? 'members' : 'everybody'
    const publishing = publishedFor(readers, embargo)
    const published = await publishWave(context, wave, { ...publishing, onStep })
    const { edition, id } = published.publication
    const until = embargo === undefined ? {} : { until: embargo.toISOString() }
    const details = { wave: wave.id, edition, readers, ...until }
    await audit(context, null, { action: publishedAction(publishing.state), studyId: wave.studyId, details })
    const moment = embargo === undefined ? '' : shownMoment(embargo)
    place.terminal.print(say(`published.${publishing.state}`, { edition, address, id, moment }))
    warnOfLeftOut(place, published)
  })
}

function warnOfLeftOut({ terminal }: Surroundings, { leftOut }: PublishedWave): void {
  if (leftOut.length > 0) terminal.warn(say('planLeftOut', { names: leftOut.join(', ') }))
}
