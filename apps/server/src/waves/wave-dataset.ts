import type { Codebook, Dataset, PackedRows } from '@klankbord/model'
import { datasetBuilder } from '@klankbord/questionnaire'
import { copyPacked, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/**
 * The answers of a wave as columns.
 *
 * @param heard hears of the rows as they come, some thousands at a time
 */
export async function waveDataset(
  { database }: Pick<ServerContext, 'database'>,
  wave: Pick<Wave, 'id' | 'studyId' | 'version'>,
  book: Codebook,
  heard: (rows: PackedRows) => void = () => undefined,
): Promise<Dataset> {
  let builder = datasetBuilder(book)
  const place = { studyId: wave.studyId, waveId: wave.id, version: wave.version }
  await copyPacked(database.db, place, book, null, {
    restart: (rows) => {
      builder = datasetBuilder(book, { rows })
    },
    add: (rows) => {
      builder.addRows(rows)
      heard(rows)
    },
  })
  return builder.dataset()
}
