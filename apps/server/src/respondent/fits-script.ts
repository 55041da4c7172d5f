import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** As a build names the part of the script that reads the data of a wave. */
const NAME = /^flow-[\w-]{1,40}\.js$/

/**
 * Whether data from here is for the script that asks for it: a page that stayed open, or that a browser kept, may have one of
 * another version. Who names none reads it by itself.
 *
 * @param folder where the scripts of this server lie
 */
export function fitsScript(folder: string, script: string | undefined): boolean {
  return script === undefined || (NAME.test(script) && existsSync(join(folder, 'respond', script)))
}
