import type { TextRelease } from '@klankbord/model'
import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** Adds what somebody said about texts; all of it or nothing. */
export async function addTextReleases(db: Kysely<Schema>, releases: readonly TextRelease[]): Promise<void> {
  if (releases.length === 0) return
  const rows = releases.map(({ language, key, sourceHash, textHash, by, on, takenBack }) => ({
    language,
    key,
    source_hash: sourceHash,
    text_hash: textHash,
    released_by: by,
    released_on: on,
    taken_back: takenBack,
  }))
  await db.insertInto('text_releases').values(rows).execute()
}

/** Everything that was said about texts, in the order in which it was said. */
export async function listTextReleases(db: Kysely<Schema>): Promise<readonly TextRelease[]> {
  const rows = await db.selectFrom('text_releases').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    language: row.language,
    key: row.key,
    sourceHash: row.source_hash,
    textHash: row.text_hash,
    by: row.released_by,
    on: row.released_on,
    takenBack: row.taken_back,
  }))
}
