import { seededRandom } from '@klankbord/testing'
import { describe, expect, it } from 'vitest'
import { decrypted, encrypted } from '../../src/backup/encryption.ts'

const PASSPHRASE = 'juiste paardebatterij niet'
const SALT = new Uint8Array(16).fill(7)
/** Cheap, so that a test can open a file many times. */
const COST = { n: 2 ** 10, r: 8, p: 1, chunk: 1_000 }
const TAG = 16

const random = seededRandom(5)
const bytesOf = (count: number): Buffer => Buffer.from(Array.from({ length: count }, () => random.integer(0, 255)))

async function* inPieces(bytes: Buffer, size = 700): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const sealed = (plain: Buffer): Promise<Buffer> => whole(encrypted(inPieces(plain), PASSPHRASE, SALT, COST))
const opened = (file: Buffer, passphrase = PASSPHRASE): Promise<Buffer> =>
  whole(decrypted(inPieces(file, 333), passphrase, 'a.backup'))

/** Where the chunks begin: after two lines and 32 bytes. */
const headerOf = (file: Buffer): number => file.indexOf('\n', file.indexOf('\n') + 1) + 1 + 32

describe('somebody who opens a backup with its passphrase', () => {
  it.each([0, 1, 999, 1_000, 1_001, 2_000, 12_345])('gets to the byte what was written: %d bytes', async (count) => {
    const plain = bytesOf(count)
    const file = await sealed(plain)
    expect((await opened(file)).equals(plain)).toBe(true)
    expect(file.length).toBe(headerOf(file) + count + TAG * Math.max(1, Math.ceil(count / 1_000)))
  })

  it('may have typed an é in either of the two ways that there are', async () => {
    const file = await whole(encrypted(inPieces(Buffer.from('x')), 'cafe\u0301 in de zon', SALT, COST))
    expect((await opened(file, 'caf\u00e9 in de zon')).toString()).toBe('x')
  })
})

describe('somebody who has another passphrase', () => {
  it('reads that it does not open the file, and gets no byte', async () => {
    const file = await sealed(bytesOf(3_000))
    const chunks = decrypted(inPieces(file), 'een andere wachtzin', 'a.backup')
    await expect(chunks.next()).rejects.toMatchObject({ code: 'wrongPassphrase' })
  })

  it('finds nothing of the text in the file', async () => {
    const file = await sealed(Buffer.from('de buurman heet Willem '.repeat(200)))
    expect(file.includes('Willem')).toBe(false)
    expect(file.includes(PASSPHRASE)).toBe(false)
  })
})

describe('somebody whose backup was damaged', () => {
  it('is told so for a changed byte anywhere behind the recipe of the key', async () => {
    const file = await sealed(bytesOf(3_500))
    const from = headerOf(file)
    const places = Array.from({ length: 60 }, () => random.integer(from, file.length - 1))
    for (const place of [from, file.length - 1, ...places]) {
      const changed = Buffer.from(file)
      changed[place] = (changed[place] ?? 0) ^ (1 << random.integer(0, 7))
      await expect(opened(changed)).rejects.toMatchObject({ code: 'backupDamaged' })
    }
  })

  it('is told so for a changed byte before that: no key opens it', async () => {
    const file = await sealed(bytesOf(100))
    for (let place = 0; place < headerOf(file); place += 1) {
      const changed = Buffer.from(file)
      changed[place] = (changed[place] ?? 0) ^ 1
      await expect(opened(changed)).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:notABackup|backupTooNew|backupDamaged|wrongPassphrase)$/) as string,
      })
    }
  })

  it.each([1, TAG, 1_000 + TAG, 1_001 + TAG, 2 * (1_000 + TAG), 3 * (1_000 + TAG)])(
    'is told so for an end that is missing, also between two chunks: %d bytes',
    async (missing) => {
      const file = await sealed(bytesOf(4_000))
      const cut = file.subarray(0, file.length - missing)
      await expect(opened(cut)).rejects.toMatchObject({ code: 'backupDamaged' })
    },
  )

  it('is told so for chunks that were swapped, doubled, left out or put behind the end', async () => {
    const file = await sealed(bytesOf(4_500))
    const from = headerOf(file)
    const chunk = (place: number): Buffer =>
      file.subarray(from + place * (1_000 + TAG), Math.min(file.length, from + (place + 1) * (1_000 + TAG)))
    for (const order of [
      [1, 0, 2, 3, 4],
      [0, 0, 1, 2, 3, 4],
      [0, 2, 3, 4],
      [0, 1, 2, 3, 4, 4],
      [0, 1, 2, 3, 4, 0],
    ]) {
      const moved = Buffer.concat([file.subarray(0, from), ...order.map(chunk)])
      await expect(opened(moved)).rejects.toMatchObject({ code: 'backupDamaged' })
    }
  })

  it('is told that another file is no backup, and which version a newer one needs', async () => {
    await expect(opened(Buffer.from(''))).rejects.toMatchObject({ code: 'notABackup' })
    await expect(opened(bytesOf(5_000))).rejects.toMatchObject({ code: 'notABackup' })
    await expect(opened(Buffer.from('klankbord backup 2\n{}\n'))).rejects.toThrow(/newer version.*format 2/)
  })

  it('does not have to make a key that would take a machine an hour', async () => {
    const greedy = `klankbord backup 1\n${JSON.stringify({ ...COST, n: 2 ** 30, salt: '00' })}\n`
    await expect(opened(Buffer.from(greedy))).rejects.toMatchObject({ code: 'backupDamaged' })
  })
})
