import { createDecipheriv, hkdfSync, scryptSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The rows of a table as a backup has them: in its order, the columns by name. */
export type SavedRows = readonly Readonly<Record<string, string>>[]

const MAC_BYTES = 32
const TAG_BYTES = 16

interface Recipe {
  readonly n: number
  readonly r: number
  readonly p: number
  readonly salt: string
  readonly chunk: number
}

/**
 * The tables in a backup, by somebody who has the passphrase and reads the file as docs/operations/backup-and-restore.md
 * says that it can be read, without this program.
 */
export function openedBackup(file: string, passphrase: string): ReadonlyMap<string, SavedRows> {
  const bytes = readFileSync(file)
  const first = bytes.indexOf('\n')
  const second = bytes.indexOf('\n', first + 1)
  const recipe = JSON.parse(bytes.toString('utf8', first + 1, second)) as Recipe
  const sealed = bytes.subarray(second + 1 + MAC_BYTES)
  return tablesIn(gunzipSync(unsealed(sealed, recipe, keyOf(passphrase, recipe))).toString('utf8'))
}

function keyOf(passphrase: string, { n, r, p, salt }: Recipe): Uint8Array {
  const key = scryptSync(passphrase, Buffer.from(salt, 'hex'), 32, { N: n, r, p, maxmem: 256 * n * r })
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), 'klankbord/backup/chunks', 32))
}

function unsealed(sealed: Buffer, { chunk }: Recipe, key: Uint8Array): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < sealed.length; at += chunk + TAG_BYTES) {
    const piece = sealed.subarray(at, at + chunk + TAG_BYTES)
    const nonce = Buffer.alloc(12)
    nonce.writeUIntBE(pieces.length, 5, 6)
    nonce[11] = at + piece.length === sealed.length ? 1 : 0
    const cipher = createDecipheriv('aes-256-gcm', key, nonce)
    cipher.setAuthTag(piece.subarray(-TAG_BYTES))
    pieces.push(Buffer.concat([cipher.update(piece.subarray(0, -TAG_BYTES)), cipher.final()]))
  }
  return Buffer.concat(pieces)
}

function tablesIn(text: string): ReadonlyMap<string, SavedRows> {
  const tables = new Map<string, SavedRows>()
  const lines = text.split('\n').values()
  // The first line is about the backup as a whole.
  lines.next()
  for (const line of lines) {
    if (line === '') continue
    const { table, columns } = JSON.parse(line) as { readonly table?: string; readonly columns?: readonly string[] }
    if (table === undefined || columns === undefined) break
    const rows: Readonly<Record<string, string>>[] = []
    for (const row of lines) {
      if (row === '\\.') break
      const values = row.split('\t')
      rows.push(Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])))
    }
    tables.set(table, rows)
  }
  return tables
}
