import { problem } from '@klankbord/model'
import { findPublication } from '@klankbord/storage'
import { changeReaders, type ReadersChange } from '../../publication/change-readers.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { publicationLine } from './publication-line.ts'

/** Decides who may read a publication and prints how it stands then. @throws Problem those of `changeReaders` */
export async function decideReaders(
  place: Surroundings,
  id: string,
  { data }: { readonly data: string },
  to: ReadersChange,
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const stored = await findPublication(context.database.db, id)
    if (stored === null) throw problem('unknownPublication', { publication: id })
    const changed = await changeReaders(context, null, { studyId: stored.studyId, publication: id }, to)
    place.terminal.print(publicationLine(changed, context.clock))
    if (to.state === 'withdrawn') place.terminal.print(say('withdrawnKeeps', { id }))
  })
}
