import { listLooks, listWaves } from '@klankbord/storage'
import { studyNamed } from '../../study/study-named.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/** Prints who looked at single answers of a study, when, at how many and why; the first look first. */
export async function printLooks(
  place: Surroundings,
  given: string,
  { data }: { readonly data: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { db } = context.database
    const study = await studyNamed(context, given)
    const addresses = new Map((await listWaves(db, study.id)).map(({ id, address }) => [id, address]))
    const looks = await listLooks(db, study.id)
    if (looks.length === 0) place.terminal.print(say('noLooks'))
    for (const { waveId, ...look } of looks)
      place.terminal.print(say('lookLine', { ...look, address: addresses.get(waveId) ?? waveId }))
  })
}
