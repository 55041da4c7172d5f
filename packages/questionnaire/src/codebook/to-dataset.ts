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
