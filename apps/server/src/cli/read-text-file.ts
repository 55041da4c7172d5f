import { readFile } from 'node:fs/promises'
import { problem } from '@klankbord/model'
import { systemReason } from './system-error.ts'

/** The text of a file. @throws Problem `fileNotReadable` */
export async function readTextFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw notReadable(file, error)
  }
}

/** The problem of a file that the system did not let us read; any other error stays as it is. */
export function notReadable(file: string, error: unknown): Error {
  return problem('fileNotReadable', { file, reason: systemReason(error) }, { cause: error })
}
