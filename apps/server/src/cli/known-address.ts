import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'address'

/** Writes down where the server of this data folder is found, for links that other commands make. */
export function rememberAddress(dataFolder: string, url: string): { readonly forget: () => void } {
  const file = join(dataFolder, FILE)
  writeFileSync(file, `${url}\n`)
  return { forget: () => rmSync(file, { force: true }) }
}

/** Where the server of this data folder was last said to be; undefined when none was. */
export function knownAddress(dataFolder: string): string | undefined {
  const file = join(dataFolder, FILE)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** Whether a database was ever made in this data folder. */
export function hasDatabase(dataFolder: string): boolean {
  return existsSync(join(dataFolder, 'postgres'))
}
