import { createHash } from 'node:crypto'

/** How many rows a table has, and a digest of them that does not depend on their order. */
export interface TableDigest {
  readonly rows: number
  /** 64 hexadecimal signs: the sum of the SHA-256 of each row, modulo 2^32 in each of eight words. */
  readonly digest: string
}

/** Adds up rows, as `copy … to stdout` writes them. */
export interface RowDigest {
  add(row: Uint8Array): void
  result(): TableDigest
}

/**
 * A digest of rows in any order, for neither a database nor a backup promises one. Rows that stand there twice count
 * twice. It finds slips, not forgery: against that the file itself is authenticated.
 */
export function rowDigest(): RowDigest {
  const words = new Uint32Array(8)
  let rows = 0
  return {
    add: (row) => {
      const hash = createHash('sha256').update(row).digest()
      for (let word = 0; word < 8; word += 1) words[word] = (words[word] ?? 0) + hash.readUInt32BE(4 * word)
      rows += 1
    },
    result: () => ({ rows, digest: [...words].map((word) => word.toString(16).padStart(8, '0')).join('') }),
  }
}

/** Whether two tables hold the same rows. */
export function sameRows(one: TableDigest | undefined, other: TableDigest | undefined): boolean {
  return one !== undefined && other !== undefined && one.rows === other.rows && one.digest === other.digest
}
