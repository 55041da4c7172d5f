import { createCipheriv, createDecipheriv, createHmac, hkdfSync, scrypt, timingSafeEqual } from 'node:crypto'
import { problem } from '@klankbord/model'
import { byteReader, type ByteReader } from './byte-reader.ts'

/** What, besides the passphrase, the key of a file is made of. It stands readable at its beginning. */
interface Recipe {
  readonly n: number
  readonly r: number
  readonly p: number
  readonly salt: string
  readonly chunk: number
}

const MAGIC = /^klankbord backup (\d+)\n$/
const FORMAT = 1
/** How many random bytes the salt of a file has. */
export const SALT_BYTES = 16
const MAC_BYTES = 32
const TAG_BYTES = 16
const LONGEST_HEADER = 1_024

/** scrypt with 128 MiB, as the guidance of OWASP has it; about half a second for who has the passphrase. */
const COST = { n: 2 ** 17, r: 8, p: 1, chunk: 65_536 } as const

/** A file that asks for more than this is not one of ours, and would only keep the machine busy. */
const MOST = { n: 2 ** 18, r: 8, p: 4, chunk: 2 ** 20 } as const

/**
 * Bytes that only the passphrase opens, with everything that opening them needs but the passphrase.
 *
 * Line 1 is the format, line 2 the recipe of the key (JSON), then HMAC-SHA256 of both lines, then chunks of AES-256-GCM.
 * The nonce of a chunk is its number, and whether it is the last: so a chunk that is missing, doubled, moved or cut off
 * at the end does not open. Each file has a key of its own, by its random salt.
 *
 * Holds two chunks at a time, and 128 MiB while it makes the key.
 *
 * @param salt 16 random bytes
 * @see Hoang, Reyhanitabar, Rogaway and Vizár, "Online authenticated-encryption and its nonce-reuse misuse-resistance"
 *   (2015): the construction STREAM
 */
export async function* encrypted(
  source: AsyncIterable<Uint8Array>,
  passphrase: string,
  salt: Uint8Array,
  cost: Omit<Recipe, 'salt'> = COST,
): AsyncGenerator<Buffer> {
  const recipe: Recipe = { ...cost, salt: Buffer.from(salt).toString('hex') }
  const header = Buffer.from(`klankbord backup ${FORMAT}\n${JSON.stringify(recipe)}\n`)
  const keys = await keysOf(passphrase, recipe)
  yield Buffer.concat([header, macOf(header, keys.header)])
  const plain = byteReader(source)
  for (let place = 0, last = false; !last; place += 1) {
    const chunk = await plain.take(recipe.chunk)
    last = await plain.atEnd()
    const cipher = createCipheriv('aes-256-gcm', keys.chunks, nonceOf(place, last))
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
}

/**
 * Opens what `encrypted` made. No byte comes out that was not checked; that the end is there is only known at the end.
 *
 * @param file names it in problems
 * @throws Problem `notABackup`, `backupTooNew`, `wrongPassphrase`, `backupDamaged`
 */
export async function* decrypted(
  source: AsyncIterable<Uint8Array>,
  passphrase: string,
  file: string,
): AsyncGenerator<Buffer> {
  const reader = byteReader(source)
  const { recipe, keys } = await opened(reader, passphrase, file)
  for (let place = 0, last = false; !last; place += 1) {
    const sealed = await reader.take(recipe.chunk + TAG_BYTES)
    last = await reader.atEnd()
    yield openChunk(sealed, keys.chunks, nonceOf(place, last), file)
  }
}

async function opened(
  reader: ByteReader,
  passphrase: string,
  file: string,
): Promise<{ readonly recipe: Recipe; readonly keys: Keys }> {
  const magic = await reader.line(32)
  const format = MAGIC.exec(magic ?? '')?.[1]
  if (magic === null || format === undefined) throw problem('notABackup', { file })
  if (Number(format) > FORMAT) throw problem('backupTooNew', { file, needs: `format ${format}` })
  const line = await reader.line(LONGEST_HEADER)
  const recipe = line === null ? null : recipeIn(line)
  if (line === null || recipe === null) throw problem('backupDamaged', { file, reason: 'its beginning was changed' })
  const keys = await keysOf(passphrase, recipe)
  const mac = await reader.take(MAC_BYTES)
  const expected = macOf(Buffer.from(magic + line), keys.header)
  if (mac.length !== MAC_BYTES) throw problem('backupDamaged', { file, reason: 'its end is missing' })
  if (!timingSafeEqual(mac, expected)) throw problem('wrongPassphrase', { file })
  return { recipe, keys }
}

function recipeIn(line: string): Recipe | null {
  try {
    const { n, r, p, chunk, salt } = JSON.parse(line) as Readonly<Record<string, unknown>>
    const usable =
      within(n, MOST.n) && (n & (n - 1)) === 0 && within(r, MOST.r) && within(p, MOST.p) && within(chunk, MOST.chunk)
    return usable && typeof salt === 'string' ? { n, r, p, chunk, salt } : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function within(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
}

interface Keys {
  readonly header: Uint8Array
  readonly chunks: Uint8Array
}

async function keysOf(passphrase: string, { n, r, p, salt }: Recipe): Promise<Keys> {
  const options = { N: n, r, p, maxmem: 256 * n * r + 1024 * r * p }
  const key = await new Promise<Buffer>((resolve, reject) =>
    // Written in one way, for keyboards differ in how they compose an é.
    scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'hex'), 32, options, (error, made) =>
      error === null ? resolve(made) : reject(error),
    ),
  )
  return { header: derived(key, 'header'), chunks: derived(key, 'chunks') }
}

function derived(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), `klankbord/backup/${purpose}`, 32))
}

function macOf(header: Uint8Array, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(header).digest()
}

function nonceOf(place: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(place, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

function openChunk(sealed: Buffer, key: Uint8Array, nonce: Buffer, file: string): Buffer {
  if (sealed.length < TAG_BYTES) throw problem('backupDamaged', { file, reason: 'its end is missing' })
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const chunk = decipher.update(sealed.subarray(0, -TAG_BYTES))
  try {
    decipher.final()
  } catch (cause) {
    throw problem('backupDamaged', { file, reason: 'a part of it was changed or is missing' }, { cause })
  }
  return chunk
}
