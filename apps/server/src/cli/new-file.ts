import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { problem } from '@klankbord/model'
import { hasCode, systemReason } from './system-error.ts'

/** A file that appears whole or not at all, for its owner only. */
export interface NewFile {
  readonly stream: Writable
  /** What is written becomes the file. @throws Problem `fileNotWritable` */
  keep(): Promise<void>
  /** What reached the disk becomes the file, also when that is not all. @returns false when it is nothing */
  keepHalf(): Promise<boolean>
  /** There was no file. */
  discard(): Promise<void>
}

/**
 * Claims the name of a file. What stands there already stays: it may be all that is left of something.
 *
 * @throws Problem `fileExists`, `fileNotWritable`
 */
export async function newFile(file: string): Promise<NewFile> {
  const unfinished = `${file}.unfinished`
  try {
    await (await open(file, 'wx', 0o600)).close()
    // Of one that was killed, perhaps readable for others.
    await rm(unfinished, { force: true })
  } catch (error) {
    throw hasCode(error, 'EEXIST') ? problem('fileExists', { file }, { cause: error }) : notWritable(file, error)
  }
  const stream = createWriteStream(unfinished, { mode: 0o600, flush: true })
  // Whoever writes hears of it; who does not at the end.
  stream.on('error', () => undefined)
  return {
    stream,
    keep: async () => {
      try {
        stream.end()
        await finished(stream)
        await rename(unfinished, file)
      } catch (error) {
        throw notWritable(file, error)
      }
    },
    keepHalf: async () => {
      stream.end()
      await finished(stream).catch(() => undefined)
      if (stream.bytesWritten === 0) return false
      await rename(unfinished, file)
      return true
    },
    discard: async () => {
      stream.destroy()
      await rm(unfinished, { force: true })
      await rm(file, { force: true })
    },
  }
}

/** Writes a file, piece by piece. @throws Problem `fileExists`, `fileNotWritable` */
export async function toFile(pieces: AsyncIterable<string>, file: string): Promise<void> {
  const made = await newFile(file)
  try {
    await pipeline(Readable.from(pieces), made.stream, { end: false })
    await made.keep()
  } catch (error) {
    await made.discard()
    throw made.stream.errored === null ? error : notWritable(file, made.stream.errored)
  }
}

function notWritable(file: string, error: unknown): Error {
  return problem('fileNotWritable', { file, reason: systemReason(error) }, { cause: error })
}
