import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashIn, uuidAt, type Disk, type Tie } from './disk-evidence.ts'

const PAGE = 8192
const RECORD_HEADER = 24

/** A record of the write-ahead log: which transaction wrote it, and everything in it. */
interface LogRecord {
  readonly transaction: number
  readonly data: Buffer
}

/**
 * What the write-ahead log ties together: the code and the response that one transaction wrote. A record may hold a whole
 * page, with rows of before; of those it is known already with what they go together.
 */
export function tiesInLog({ folder, fieldwork }: Disk, ids: ReadonlySet<string>): readonly Tie[] {
  const study = Buffer.from(fieldwork.wave.studyId.replaceAll('-', ''), 'hex')
  const written = new Map<number, { readonly codes: Set<string>; readonly ids: Set<string> }>()
  for (const { transaction, data } of recordsIn(join(folder, 'pg_wal'))) {
    const here = written.get(transaction) ?? { codes: new Set(), ids: new Set() }
    for (let at = data.indexOf(study); at !== -1; at = data.indexOf(study, at + 16)) {
      const next = uuidAt(data, at + 16)
      const codeHash = next === fieldwork.wave.id ? hashIn(data.subarray(at + 32, at + 100)) : null
      if (codeHash !== null) here.codes.add(codeHash)
      else if (ids.has(next)) here.ids.add(next)
    }
    written.set(transaction, here)
  }
  const [tied, ties] = [new Set<string>(), [] as Tie[]]
  for (const here of written.values()) {
    const [codes, sent] = [here.codes, here.ids].map((names) => [...names].filter((name) => !tied.has(name)))
    const [codeHash, id] = [codes?.[0], sent?.[0]]
    // Whoever writes many, such as sealing, ties none together.
    if (codes?.length !== 1 || sent?.length !== 1 || codeHash === undefined || id === undefined) continue
    tied.add(codeHash).add(id)
    ties.push({ codeHash, id })
  }
  return ties
}

/** The records of all files of a log, one after the other. They go on from page to page and from file to file. */
function* recordsIn(folder: string): Generator<LogRecord> {
  const files = readdirSync(folder)
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name)))
  const starts: number[] = []
  const pages: Buffer[] = []
  let length = 0
  for (const file of files) {
    // What is left of a record that began in a file of before.
    starts.push(length + (file.readUInt16LE(2) & 1 ? rounded(file.readUInt32LE(16)) : 0))
    for (let page = 0; page < file.length; page += PAGE) {
      const content = file.subarray(page + (page === 0 ? 40 : 24), page + PAGE)
      pages.push(content)
      length += content.length
    }
  }
  const log = Buffer.concat(pages)
  let at = starts[0] ?? 0
  while (at + RECORD_HEADER <= log.length) {
    const size = log.readUInt32LE(at)
    if (size < RECORD_HEADER) {
      // The rest of this file was left empty; the next one begins anew.
      const next = starts.find((start) => start > at)
      if (next === undefined) return
      at = next
    } else {
      yield { transaction: log.readUInt32LE(at + 4), data: log.subarray(at + RECORD_HEADER, at + size) }
      at += rounded(size)
    }
  }
}

function rounded(size: number): number {
  return Math.ceil(size / 8) * 8
}
