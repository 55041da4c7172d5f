import { randomUUID } from 'node:crypto'
import type { PlaceCount } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'

/** Keeps what somebody counted. Two counts of one place and day are two people counting, and both stay. */
export async function addPlaceCount(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  { place, on, approached, refused, started, finished }: PlaceCount,
): Promise<void> {
  await db
    .insertInto('place_counts')
    .values({
      study_id: studyId,
      id: randomUUID(),
      wave_id: waveId,
      place,
      counted_on: on,
      approached,
      refused,
      started,
      finished,
    })
    .execute()
}

/** What was counted in a wave, by day and place. */
export async function listPlaceCounts(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly PlaceCount[]> {
  const rows = await db
    .selectFrom('place_counts')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .orderBy('counted_on')
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map(({ place, counted_on: on, approached, refused, started, finished }) => ({
    place,
    on,
    approached,
    refused,
    started,
    finished,
  }))
}
