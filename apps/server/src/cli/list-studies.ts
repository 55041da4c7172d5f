import { localize } from '@klankbord/model'
import { countResponsesByWave, listPublications, listStudies, listWaves, type Study } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { publicationLine } from './publication/publication-line.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Prints the studies with their waves and publications. */
export async function printStudies(place: Surroundings, { data }: { readonly data: string }): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const studies = await listStudies(context.database.db)
    if (studies.length === 0) place.terminal.print(say('noStudies'))
    for (const study of studies) place.terminal.print((await studyLines(context, study)).join('\n'))
  })
}

async function studyLines({ database: { db }, clock }: ServerContext, study: Study): Promise<readonly string[]> {
  const waves = await listWaves(db, study.id)
  const answers = await countResponsesByWave(db, study.id)
  const publications = await listPublications(db, study.id)
  return [
    say('studyLine', { title: localize(study.title, 'en', 'nl'), organisation: study.organisation.name, id: study.id }),
    ...waves.flatMap(({ id, address, title, state, mode }) => [
      say('waveLine', { address, title: localize(title, 'en', 'nl'), state, mode, answers: answers.get(id) ?? 0 }),
      ...publications.filter(({ waveId }) => waveId === id).map((publication) => publicationLine(publication, clock)),
    ]),
  ]
}
