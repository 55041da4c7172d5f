import { seededRandom } from '@klankbord/testing'
import { describe, expect, it } from 'vitest'
import { rowDigest, sameRows } from '../../src/backup/row-digest.ts'
import { wholeLines } from '../../src/backup/whole-lines.ts'

const digestOf = (rows: readonly string[]): ReturnType<ReturnType<typeof rowDigest>['result']> => {
  const digest = rowDigest()
  for (const row of rows) digest.add(Buffer.from(row))
  return digest.result()
}

describe('the digest of a table', () => {
  it('is the same in whatever order the rows come', () => {
    const rows = Array.from({ length: 500 }, (_, place) => `${place}\tantwoord ${place % 7}\n`)
    const other = seededRandom(3).shuffle(rows)
    expect(other).not.toEqual(rows)
    expect(digestOf(other)).toEqual(digestOf(rows))
    expect(digestOf(rows).rows).toBe(500)
  })

  it('is another one for a row that is changed, missing, new or there twice', () => {
    const rows = ['a\n', 'b\n', 'c\n', 'c\n']
    for (const others of [
      ['a\n', 'b\n', 'c\n', 'd\n'],
      ['a\n', 'b\n', 'c\n'],
      [...rows, 'c\n'],
      ['a\n', 'b\n', 'b\n', 'c\n'],
    ]) {
      expect(sameRows(digestOf(rows), digestOf(others))).toBe(false)
    }
    expect(sameRows(undefined, undefined)).toBe(false)
  })

  it('of one row is its SHA-256, and of no row is zero', () => {
    expect(digestOf(['abc']).digest).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(digestOf([])).toEqual({ rows: 0, digest: '0'.repeat(64) })
  })
})

describe('lines of a stream', () => {
  it('come whole, however the stream is cut', async () => {
    const text = 'een\n\ntwee drie\nvier'
    for (let size = 1; size <= text.length; size += 1) {
      const pieces = async function* (): AsyncGenerator<Buffer> {
        for (let from = 0; from < text.length; from += size) yield Buffer.from(text.slice(from, from + size))
      }
      const lines: string[] = []
      for await (const batch of wholeLines(pieces())) lines.push(...batch.map(String))
      expect(lines).toEqual(['een\n', '\n', 'twee drie\n', 'vier'])
    }
  })
})
