import { lstatSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { problem } from '@klankbord/model'
import type { Reply } from './reply.ts'

/** Browsers and what stands between keep it for a day. */
const FOR_A_DAY = { 'Cache-Control': 'public, max-age=86400' }

/**
 * A file that whoever keeps the server put in a folder for pages to show or play.
 *
 * @param folder need not be there
 * @param name which file; it must fit the names that are given out
 * @param ranges whether a part of it may be asked for, as players do
 * @throws Problem `unknownAddress`
 */
export function givenOut(folder: string, name: string, fits: RegExp, ranges = false): Reply {
  const whole = resolve(folder)
  if (!fits.test(name) || !isFile(join(whole, name))) throw problem('unknownAddress', { method: 'GET' })
  return { status: 200, headers: FOR_A_DAY, content: { kind: 'file', folder: whole, name, policy: 'picture', ranges } }
}

/** A link in the folder is no file: it could lead to anything that the server may read. */
export function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
}
