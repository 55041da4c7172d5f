import type { Codebook, Dataset, PackedAnswers } from '@klankbord/model'
import { datasetBuilder } from './dataset-builder.ts'

/**
 * Loads packed answers into typed columns.
 *
 * @throws Problem `packedAnswersMismatch` when a row belongs to another codebook
 */
export function toDataset(codebook: Codebook, rows: Iterable<PackedAnswers>): Dataset {
  const builder = datasetBuilder(codebook)
  for (const row of rows) builder.add(row)
  return builder.dataset()
}

/** The same from a source that takes time, such as a database cursor. */
export async function toDatasetAsync(codebook: Codebook, rows: AsyncIterable<PackedAnswers>): Promise<Dataset> {
  const builder = datasetBuilder(codebook)
  for await (const row of rows) builder.add(row)
  return builder.dataset()
}
