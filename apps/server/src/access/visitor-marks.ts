import { createHmac } from 'node:crypto'
import { ipKeyGenerator } from 'express-rate-limit'
import type { Clock } from '../clock.ts'

/** Marks that tell the visitors of one hour apart. */
export interface VisitorMarks {
  /** The mark of an address; of an IPv6 address, of the whole range that one customer has. */
  markOf(address: string): string
}

/** Milliseconds in an hour. */
export const HOUR = 3_600_000

/** Hours of the clock since 1970. */
export function hourOf({ now }: Clock): number {
  return Math.floor(now().getTime() / HOUR)
}

/**
 * Addresses are never kept. What is, in memory and for an hour at most, is a keyed hash of the address and the hour, so
 * nobody can tell from one hour to the next whether somebody came back, and without the key nobody can try addresses
 * on a mark.
 *
 * @param key of this installation, for this purpose
 */
export function visitorMarks(key: Uint8Array, clock: Clock): VisitorMarks {
  return {
    markOf: (address) =>
      createHmac('sha256', key)
        .update(`${hourOf(clock)}/${ipKeyGenerator(address)}`)
        .digest('base64url')
        .slice(0, 22),
  }
}
