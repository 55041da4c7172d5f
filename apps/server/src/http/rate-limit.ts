import { problem } from '@klankbord/model'
import type { VisitorMarks } from '../access/visitor-marks.ts'
import { REQUEST_LIMITS, USUAL_PER_MINUTE, type Allowance, type LimitPurpose } from './request-limits.ts'

/** What is known of a request before it is answered. */
export interface Admitted {
  /** The mark of the visitor, for whoever needs it after this. */
  readonly mark: string
  /** Whether there were too many; `flood`: so many that nothing they bring is read, not even to give it back. */
  readonly pace: 'usual' | 'tooMany' | 'flood'
}

/** Counts what addresses ask. */
export interface RequestLimit {
  /** Counts a request, whatever it is for. */
  admit(address: string): Admitted
  /**
   * Counts it for its purpose, too.
   *
   * @throws Problem `tooManyRequests`
   */
  count(mark: string, purpose: LimitPurpose): void
  /** What is told whoever made too many. */
  refusal(): Error
}

/**
 * Generous limits per address, because a room full of people may share one. Only marks of addresses are kept, in memory,
 * and forgotten with the window that they were counted in. Every process counts for itself.
 *
 * @param perMinute of all requests; the other numbers follow in proportion
 * @param now milliseconds that only go forward
 */
export function requestLimit(
  perMinute: number,
  visitors: VisitorMarks,
  now: () => number = () => performance.now(),
): RequestLimit {
  const counted = (allowance: Allowance): CountedWindow => countedWindow(allowance, perMinute / USUAL_PER_MINUTE, now)
  const { general: all, ...purposes } = REQUEST_LIMITS
  const general = counted(all)
  const apart = new Map(Object.entries(purposes).map(([purpose, allowance]) => [purpose, counted(allowance)]))
  return {
    admit: (address) => {
      const mark = visitors.markOf(address)
      const count = general.counted(mark)
      const pace = count <= general.most ? 'usual' : count <= FLOOD * general.most ? 'tooMany' : 'flood'
      return { mark, pace }
    },
    count: (mark, purpose) => {
      const window = apart.get(purpose)
      if (window !== undefined && window.counted(mark) > window.most) throw window.refusal()
    },
    refusal: () => general.refusal(),
  }
}

/** So many times what is allowed is a flood. */
const FLOOD = 2

interface CountedWindow {
  /** What fits in the window. */
  readonly most: number
  /** Counts one more. @returns how many there are */
  counted(mark: string): number
  refusal(): Error
}

/** Most marks that are told apart; beyond these, those that came first are forgotten. */
const MOST_MARKS = 100_000

function countedWindow({ requests, seconds }: Allowance, share: number, now: () => number): CountedWindow {
  const most = Math.ceil(requests * share)
  let began = now()
  let counts = new Map<string, number>()
  return {
    most,
    counted: (mark) => {
      if (now() - began >= seconds * 1000) {
        began = now()
        counts = new Map()
      }
      const count = (counts.get(mark) ?? 0) + 1
      counts.set(mark, count)
      if (counts.size > MOST_MARKS) counts.delete(counts.keys().next().value ?? '')
      return count
    },
    refusal: () => problem('tooManyRequests', { seconds: Math.max(1, Math.ceil(seconds - (now() - began) / 1000)) }),
  }
}
