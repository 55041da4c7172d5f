import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const HOUR = 3_600_000
const PART = /^klankbord-\d{4}-\d\d-\d\d(?:-\d+)?\.backup\.unfinished$/

/**
 * Parts of backups in a folder that nobody writes any more, because whoever did was killed: a backup that goes on writes
 * again within the hour.
 */
export function brokenOffBackups(folder: string, now: Date): readonly string[] {
  return readdirSync(folder)
    .filter((name) => PART.test(name))
    .map((name) => join(folder, name))
    .filter((file) => {
      const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs
      return written !== undefined && now.getTime() - written > HOUR
    })
    .toSorted()
}
