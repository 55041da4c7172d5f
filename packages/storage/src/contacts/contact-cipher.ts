import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'

/** Gives this many random bytes. */
export type RandomBytes = (count: number) => Uint8Array

/** What a sealed text belongs to: it opens nowhere else. */
export type Bond = readonly string[]

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** The form that sealed bytes begin with. */
const FORM = 1
/** Every contact is as long as this or a multiple of it, so that a length does not tell a name. */
const STEP = 512

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D), bound to what they belong to.
 *
 * @param key 32 bytes; with random nonces, for at most 2³² texts
 */
export function seal(content: Uint8Array, key: Uint8Array, bond: Bond, random: RandomBytes): Buffer {
  const nonce = random(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(bytesOf(bond))
  return Buffer.concat([Buffer.of(FORM), nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` made with the same key for the same bond; null for anything else. */
export function unseal(sealed: Uint8Array, key: Uint8Array, bond: Bond): Buffer | null {
  if (sealed[0] !== FORM || sealed.length < 1 + NONCE_BYTES + TAG_BYTES) return null
  const tagAt = sealed.length - TAG_BYTES
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(bytesOf(bond))
      .setAuthTag(sealed.subarray(tagAt))
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES, tagAt)), decipher.final()])
  } catch {
    // Node says "unable to authenticate data" of another key, another bond and changed bytes alike.
    return null
  }
}

/** HMAC-SHA-256 by which an equal text is found again where it belongs, and by nobody who has not the key. */
export function keyedMark(text: string, key: Uint8Array, bond: Bond): Buffer {
  const own = createHmac('sha256', key).update(bytesOf(bond)).digest()
  return createHmac('sha256', own).update(text).digest()
}

/** A new key. */
export function newKey(random: RandomBytes): Uint8Array {
  return random(KEY_BYTES)
}

/** Which key it was, for a proof that it is gone; says nothing of the key. */
export function keyFingerprint(key: Uint8Array): string {
  return createHash('sha256').update('klankbord-contact-key/1').update(key).digest('hex')
}

/** JSON in UTF-8 with spaces behind it, up to the next step of length. */
export function paddedJson(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value))
  return Buffer.concat([text, Buffer.alloc((STEP - (text.length % STEP)) % STEP, ' ')])
}

function bytesOf(bond: Bond): Buffer {
  return Buffer.from(JSON.stringify(bond))
}
