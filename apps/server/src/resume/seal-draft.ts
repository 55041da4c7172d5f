import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type { Answers, LanguageCode } from '@klankbord/model'
import { z } from 'zod'

/** All that is known of answers under way, which only who has the words can read. */
export interface DraftContent {
  readonly answers: Answers
  readonly language: LanguageCode
  readonly asked: readonly string[]
  /** The screen that was left last; empty on the page before sending. */
  readonly screen: string
  /** It was finished, so the next one comes. */
  readonly done: boolean
  /** The access code, in waves that keep it with the answers anyway. */
  readonly access?: string
}

/** Where sealed answers belong: in another place they do not open. */
export interface SealedPlace {
  readonly studyId: string
  readonly waveId: string
  readonly id: string
  readonly revision: number
}

const CONTENT = z.object({
  answers: z.record(z.string(), z.unknown()),
  language: z.string(),
  asked: z.array(z.string()),
  screen: z.string(),
  done: z.boolean(),
  access: z.string().optional(),
})

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Lengths are rounded up, so that they tell little of what was answered. */
const STEP = 1024

/**
 * Seals answers with AES-256-GCM. The nonce follows from what is sealed, so the same answers under the same key give the same
 * text, and a client that sends once more changes nothing.
 *
 * @param key as `keyOfWords` gives it
 */
export function sealDraft(key: string, place: SealedPlace, content: DraftContent): string {
  const plain = padded(JSON.stringify(content))
  const nonce = createHmac('sha256', subkey(key, 'nonce'))
    .update(labelOf(place))
    .update(plain)
    .digest()
    .subarray(0, NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', subkey(key, 'seal'), nonce).setAAD(labelOf(place))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** Opens sealed answers; null with another key, and for what belongs somewhere else. */
export function openDraft(key: string, place: SealedPlace, sealed: string): DraftContent | null {
  const bytes = Buffer.from(sealed, 'base64')
  const end = bytes.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', subkey(key, 'seal'), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(labelOf(place)).setAuthTag(bytes.subarray(end))
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()])
    // It opens, so it is what was sealed here.
    return CONTENT.parse(JSON.parse(plain.toString('utf8'))) as DraftContent
  } catch {
    return null
  }
}

function subkey(key: string, purpose: 'nonce' | 'seal'): Buffer {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(purpose).digest()
}

function labelOf({ studyId, waveId, id, revision }: SealedPlace): Buffer {
  return Buffer.from(`${studyId}/${waveId}/${id}/${revision}`)
}

/** JSON may end in spaces. */
function padded(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([bytes, Buffer.alloc(STEP - (bytes.length % STEP), ' ')])
}
