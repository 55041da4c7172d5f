import { localize, problem, type PublicationTombstone } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { findPublication, listPublications, listWaves } from '@klankbord/storage'
import { studyNamed } from '../../study/study-named.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { hiddenLines } from './hidden-lines.ts'
import { publicationLine } from './publication-line.ts'

/** Prints the publications of a study, wave by wave, as they stand now. @throws Problem `unknownStudy` */
export async function printPublications(
  place: Surroundings,
  name: string,
  { data }: { readonly data: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const study = await studyNamed(context, name)
    const { db } = context.database
    const all = await listPublications(db, study.id)
    if (all.length === 0) place.terminal.print(say('noPublications'))
    for (const { id, address, title } of await listWaves(db, study.id)) {
      const own = all.filter(({ waveId }) => waveId === id)
      if (own.length === 0) continue
      place.terminal.print(say('publicationsOf', { address, title: localize(title, 'en', 'nl') }))
      for (const one of own) place.terminal.print(publicationLine(one, context.clock))
    }
  })
}

/** Prints how one publication stands, what it hides and why, and how it was checked. @throws Problem `unknownPublication` */
export async function printPublication(
  place: Surroundings,
  id: string,
  { data }: { readonly data: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const stored = await findPublication(context.database.db, id)
    if (stored === null) throw problem('unknownPublication', { publication: id })
    place.terminal.print(publicationLine(stored, context.clock))
    const words = stored.withdrawal?.words ?? null
    if (words !== null) place.terminal.print(say('withdrawnWords', { words }))
    if (stored.tombstone !== null) return place.terminal.print(say('publicationGone', goneOn(stored.tombstone)))
    const publication = reopen(JSON.parse(stored.content))
    for (const line of hiddenLines(publication)) place.terminal.print(line)
  })
}

function goneOn({ removedOn, hash }: PublicationTombstone): { readonly removedOn: string; readonly hash: string } {
  return { removedOn, hash }
}
