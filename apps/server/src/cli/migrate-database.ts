import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Brings the database up to date and says what was done. */
export async function migrateDatabase(place: Surroundings, { data }: { readonly data: string }): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place), mayBegin: true }, async ({ migrated }) => {
    for (const migration of migrated) place.terminal.print(say('migrated', { migration }))
    place.terminal.print(say('upToDate'))
  })
}
