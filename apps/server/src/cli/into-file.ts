import { isProblem, problem } from '@klankbord/model'
import { newFile } from './new-file.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { systemReason } from './system-error.ts'

export interface Destination {
  /** A file that is not there yet; standard output when left out. */
  readonly out?: string
  /** Whether what was written stays when the rest fails, because nothing can make it again. */
  readonly keepHalf?: boolean
}

/**
 * Lets a command print into a new file in place of the terminal. What it warns of is still told there. There is no file
 * when the command throws, or ends with 1.
 *
 * @throws Problem `fileExists` before anything is done, `fileNotWritable`; and what the command throws
 */
export async function intoFile<T>(
  place: Surroundings,
  { out, keepHalf = false }: Destination,
  work: (place: Surroundings) => Promise<T>,
): Promise<T> {
  if (out === undefined) return work(place)
  const { stream, ...file } = await newFile(out)
  const print = (text: string): void => void stream.write(`${text}\n`)
  try {
    const done = await work({ ...place, terminal: { ...place.terminal, print, output: stream, seen: false } })
    if (done === 1) await file.discard()
    else {
      await file.keep()
      place.terminal.warn(say('written', { file: out }))
    }
    return done
  } catch (error) {
    const half = keepHalf && (await file.keepHalf())
    if (half) place.terminal.warn(say('writtenHalf', { file: out }))
    else await file.discard()
    if (isProblem(error) || stream.errored === null) throw error
    throw problem('fileNotWritable', { file: out, reason: systemReason(stream.errored) }, { cause: error })
  }
}
