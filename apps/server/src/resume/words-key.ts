import { createHmac, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { WaveReference } from '@klankbord/storage'
import { oneAtATime } from './one-at-a-time.ts'

/**
 * What makes trying words slow for somebody who has both the database and the key of the installation: 32 MB and some
 * sixty milliseconds for every guess. `docs/operations/going-on-later.md` works out what that gives.
 */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const

const KEY_BYTES = 32

/** Forty people of one address who all stop at once wait for some two seconds. */
const QUEUE = oneAtATime(200, 40)

const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt)

/**
 * What is worked out of words: with it answers are sealed and opened. Without the key of the installation nobody can try
 * words, and the same words in another wave give another key.
 *
 * @param pepper the key of the installation, for this purpose
 * @param names of the words, in their order
 * @param visitor the mark of whoever asks
 * @throws Problem `serverBusy` when too many ask at once
 */
export async function keyOfWords(
  pepper: Uint8Array,
  wave: WaveReference,
  names: readonly string[],
  visitor: string,
): Promise<string> {
  const salt = createHmac('sha256', pepper).update(`salt/${wave.studyId}/${wave.waveId}`).digest()
  const key = await QUEUE.run(visitor, () => derive(names.join(' '), salt, KEY_BYTES, COST))
  return key.toString('base64url')
}

/**
 * All that is stored to find a draft by its words. It follows from the slow key, so that it helps nobody to try words faster.
 *
 * @param key as `keyOfWords` gives it
 */
export function wordsHash(pepper: Uint8Array, { studyId, waveId }: WaveReference, key: string): string {
  return createHmac('sha256', pepper).update(`words/${studyId}/${waveId}/${key}`).digest('hex')
}
