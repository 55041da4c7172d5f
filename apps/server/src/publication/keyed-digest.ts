import { createHmac } from 'node:crypto'
import type { KeyedDigest } from '@klankbord/reporting'
import type { ServerContext } from '../context.ts'

/** Makes digests that only this installation can make: they tell that input is unchanged, and nothing of what it is. */
export function keyedDigest({ settings: { digestKey } }: Pick<ServerContext, 'settings'>): KeyedDigest {
  return (text) => createHmac('sha256', digestKey).update(text).digest('hex')
}
