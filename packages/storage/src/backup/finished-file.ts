import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file that was written to its end and is on the disk. */
export interface FinishedFile {
  readonly file: string
  readonly bytes: number
  /** SHA-256 of the file, as `sha256sum` gives it. */
  readonly sha256: string
}

const UNFINISHED = '.unfinished'

/**
 * Writes a file under another name, and gives it its own when every byte is on the disk; when anything fails, nothing
 * stays behind. A killed program leaves a file that ends in ".unfinished". Only its owner can read it.
 *
 * @param names tried in order until one is free
 * @returns null when no name is free
 */
export async function finishedFile(
  names: Iterable<string>,
  content: AsyncIterable<Uint8Array>,
): Promise<FinishedFile | null> {
  for (const file of names) {
    const handle = existsSync(file) ? null : await claimed(file + UNFINISHED)
    if (handle === null) continue
    try {
      const written = await writtenTo(handle, content)
      await rename(file + UNFINISHED, file)
      await syncFolder(dirname(file))
      return { file, ...written }
    } catch (error) {
      await rm(file + UNFINISHED, { force: true })
      throw error
    }
  }
  return null
}

/** The unfinished file also claims its name: two backups at once get two names. */
async function claimed(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'wx', 0o600)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null
    throw error
  }
}

async function writtenTo(handle: FileHandle, content: AsyncIterable<Uint8Array>): Promise<Omit<FinishedFile, 'file'>> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of content) {
      hash.update(piece)
      for (let from = 0; from < piece.byteLength;) {
        from += (await handle.write(piece, from, piece.byteLength - from)).bytesWritten
      }
      bytes += piece.byteLength
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
