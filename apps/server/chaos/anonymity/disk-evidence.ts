import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Fieldwork } from '../fieldwork.ts'

/** A code and a response that a trace on the disk ties to each other. */
export interface Tie {
  readonly codeHash: string
  readonly id: string
}

/** The folder of a PostgreSQL, its own or that of a standby, with the wave in question. */
export interface Disk {
  readonly folder: string
  readonly fieldwork: Fieldwork
}

const PAGE = 8192
const HEADER = 24

/** A row as it lies in a file, deleted ones included. */
interface RawRow {
  readonly xmin: number
  readonly xmax: number
  readonly data: Buffer
}

/** What files say: who belongs together, and in which order responses were sent. */
export interface FileEvidence {
  readonly ties: readonly Tie[]
  /** Ids in the order of the transactions that sent them. */
  readonly order: readonly string[]
}

/**
 * What the files of the waiting room and of the drafts still say. A row of a code and a row of a response that one
 * transaction wrote belong together, and so do a code and the draft that its transaction deleted: deleted rows stay in the
 * files. Transactions are numbered, so deleted drafts tell the order in which they were sent.
 */
export async function evidenceInFiles({ folder, fieldwork }: Disk): Promise<FileEvidence> {
  const rowsOf = async (table: string): Promise<readonly RawRow[]> => rawRows(folder, await fileOf(fieldwork, table))
  const codes = new Map<number, string | null>()
  for (const { xmin, data } of await rowsOf('pending_codes')) {
    codes.set(xmin, codes.has(xmin) ? null : hashIn(data))
  }
  const responses = (await rowsOf('pending_responses')).map(({ xmin, data }) => ({ transaction: xmin, id: idIn(data) }))
  const drafts = (await rowsOf('drafts'))
    .filter(({ xmax }) => xmax !== 0)
    .map(({ xmax, data }) => ({ transaction: xmax, id: idIn(data) }))
  const ties = [...responses, ...drafts].flatMap(({ transaction, id }) => {
    const codeHash = codes.get(transaction)
    return codeHash === undefined || codeHash === null ? [] : [{ codeHash, id }]
  })
  // Whoever saved more than once left more than one row; the last to go went when they sent.
  const sent = new Map(
    drafts.toSorted((a, b) => a.transaction - b.transaction).map(({ id, transaction }) => [id, transaction]),
  )
  return { ties, order: [...sent].toSorted(([, a], [, b]) => a - b).map(([id]) => id) }
}

async function fileOf({ database }: Fieldwork, table: string): Promise<string> {
  const { rows } = await sql<{ path: string }>`select pg_relation_filepath(${table}) as path`.execute(database.db)
  return rows[0]?.path ?? ''
}

function rawRows(folder: string, file: string): readonly RawRow[] {
  const bytes = existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : Buffer.alloc(0)
  const rows: RawRow[] = []
  for (let page = 0; page + PAGE <= bytes.length; page += PAGE) {
    const lower = bytes.readUInt16LE(page + 12)
    for (let pointer = HEADER; pointer < lower; pointer += 4) {
      const item = bytes.readUInt32LE(page + pointer)
      const [offset, length] = [item & 0x7fff, item >>> 17]
      if (length < HEADER) continue
      const row = bytes.subarray(page + offset, page + offset + length)
      rows.push({ xmin: row.readUInt32LE(0), xmax: row.readUInt32LE(4), data: row.subarray(row[22]) })
    }
  }
  return rows
}

/** Both tables begin with the study; a response goes on with its id, a code with its wave and the text of its hash. */
function idIn(data: Buffer): string {
  return uuidAt(data, 16)
}

/** A hash of a code in bytes. */
export function hashIn(data: Buffer): string | null {
  return /[0-9a-f]{64}/.exec(data.toString('latin1'))?.[0] ?? null
}

export function uuidAt(data: Buffer, offset: number): string {
  const hex = data.subarray(offset, offset + 16).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
