import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** macOS allows 104 bytes with the closing zero, Linux 108. */
const LONGEST_SOCKET_PATH = 103

/** A folder name by which clients reach the socket; a deep cluster folder gets a short link. */
export function socketPathOf(folder: string): { readonly path: string; readonly release: () => void } {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH)
    return { path: folder, release: () => undefined }
  const short = mkdtempSync(join(tmpdir(), 'klankbord-'))
  symlinkSync(folder, join(short, 'db'))
  return { path: join(short, 'db'), release: () => rmSync(short, { recursive: true, force: true }) }
}
