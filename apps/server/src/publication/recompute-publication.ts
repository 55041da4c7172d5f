import { problem, type Dataset, type Publication, type Questionnaire } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { codebook } from '@klankbord/questionnaire'
import { recompute, type RecomputedFigure } from '@klankbord/reporting'
import { answersDeletedOn, findPublication, findVersion, findWave, type StoredPublication } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { waveDataset } from '../waves/wave-dataset.ts'
import { keyedDigest } from './keyed-digest.ts'

/**
 * Makes every figure of a publication again from the records that are stored now, whatever its state, and says of each
 * whether it comes out the same. It says nothing of what comes out instead.
 *
 * @throws Problem `unknownPublication`, also once its term is over; `publicationAltered`, `recipesUnknown`, `unknownVersion`
 */
export async function recomputePublication(context: ServerContext, id: string): Promise<readonly RecomputedFigure[]> {
  const stored = await findPublication(context.database.db, id)
  if (stored === null || stored.tombstone !== null) throw problem('unknownPublication', { publication: id })
  const publication = reopen(JSON.parse(stored.content))
  const { version } = publication.recipe
  const found = await findVersion(context.database.db, stored.studyId, version)
  if (found === null) throw problem('unknownVersion', { version })
  return recompute(publication, {
    dataset: await answersOf(context, stored, found.questionnaire, version),
    questionnaire: found.questionnaire,
    keyedDigest: keyedDigest(context),
    earlier: await readFrom(context, publication),
  })
}

/** The answers as they are now; null once they were deleted. */
async function answersOf(
  context: ServerContext,
  { studyId, waveId }: StoredPublication,
  questionnaire: Questionnaire,
  version: number,
): Promise<Dataset | null> {
  const { db } = context.database
  if ((await answersDeletedOn(db, studyId, waveId)) !== null) return null
  const wave = await findWave(db, { studyId, waveId })
  return wave && waveDataset(context, { ...wave, version }, codebook(questionnaire))
}

/** The publications that a trend was read from, in its order, as far as they are still there. */
async function readFrom(
  { database: { db } }: ServerContext,
  { id, trend }: Publication,
): Promise<readonly Publication[]> {
  const points = (trend?.questions ?? []).flatMap((question) => question.points)
  const begins = new Map(points.map(({ publication, from }) => [publication, from]))
  begins.delete(id)
  const ids = [...begins].toSorted(([, a], [, b]) => (a < b ? -1 : 1)).map(([publication]) => publication)
  const stored = await Promise.all(ids.map((one) => findPublication(db, one)))
  return stored.flatMap((found) =>
    found === null || found.tombstone !== null ? [] : [reopen(JSON.parse(found.content))],
  )
}
