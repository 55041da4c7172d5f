import { findWaveByAddress, listPublications, listStudies, listWaves } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { EVERY_KIND_ADDRESS } from './load-every-kind.ts'
import { frontUrl } from '../respondent/short-address.ts'

/** Where the sample study can be tried and read. */
export interface SampleLinks {
  /** The short study address, with the four choices. */
  readonly front: string | null
  readonly questionnaire: string | null
  readonly results: string | null
  /** The short address of a round in which each kind of question can be tried out. */
  readonly everyKind: string | null
}

/** The links to the open wave and to the newest publication of the sample study; null without a sample study. */
export async function sampleLinks({ database, settings }: ServerContext): Promise<SampleLinks | null> {
  const study = (await listStudies(database.db)).find(({ sample, tryOut }) => sample && !tryOut)
  if (study === undefined) return null
  const [waves, publications, everyKind] = await Promise.all([
    listWaves(database.db, study.id),
    listPublications(database.db, study.id),
    findWaveByAddress(database.db, EVERY_KIND_ADDRESS),
  ])
  const wave = waves.find(({ state }) => state === 'open')
  const publication = publications.findLast(({ state }) => state === 'public')
  return {
    front: wave === undefined ? null : frontUrl(settings.publicUrl(), wave.address),
    questionnaire: wave === undefined ? null : `${settings.publicUrl()}/v/${wave.address}`,
    everyKind: everyKind === null ? null : frontUrl(settings.publicUrl(), EVERY_KIND_ADDRESS),
    results: publication === undefined ? null : `${settings.publicUrl()}/r/${publication.id}`,
  }
}
