import { readFile } from 'node:fs/promises'
import { problem } from '@klankbord/model'
import { systemReason } from './system-error.ts'

/**
 * The text of a file in UTF-8, without the mark that some editors put before it.
 *
 * @throws Problem `fileNotReadable`, `fileNotUtf8`, `fileEmpty`
 */
export async function readTextFile(file: string, expected: 'JSON' | 'a passphrase' = 'JSON'): Promise<string> {
  const text = decoded(file, await bytesOf(file))
  if (text.trim() === '') throw problem('fileEmpty', { file, expected })
  return text
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw notReadable(file, error)
  }
}

function decoded(file: string, bytes: Uint8Array): string {
  const encoding = isUtf16(bytes) ? 'UTF-16' : 'another encoding'
  if (encoding === 'UTF-16') throw problem('fileNotUtf8', { file, encoding })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw problem('fileNotUtf8', { file, encoding }, { cause })
  }
}

/** By its mark, or by a first character of which one half is nothing, as in all that begins with a bracket. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0

/** The problem of a file that the system did not let us read; any other error stays as it is. */
export function notReadable(file: string, error: unknown): Error {
  return problem('fileNotReadable', { file, reason: systemReason(error) }, { cause: error })
}
