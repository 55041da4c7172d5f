import { documentedLine, lineOfEach } from './documented-line.ts'
import type { Passed } from './watched-proxy.ts'

/** Which log somebody has of what passed the proxy, and what stands beside each line. */
export interface RequestLog {
  /** A line for each request, or only where the documented proxy writes one. */
  readonly lines: 'documented' | 'each'
  /** The lengths of the answers as they would be if they were not filled up. */
  readonly unpadded: boolean
}

/** What a log says of the time in which one person was busy: its lines, with the length of each answer beside it. */
export interface Session {
  readonly lines: readonly string[]
  readonly sizes: readonly number[]
}

export function sessionIn(passed: readonly Passed[], { lines, unpadded }: RequestLog): Session {
  const told = passed.flatMap((one) => {
    const line = lines === 'each' ? lineOfEach(one) : documentedLine(one)
    return line === null ? [] : [{ line, size: unpadded ? one.sizeUnpadded : one.size }]
  })
  return { lines: told.map(({ line }) => line), sizes: told.map(({ size }) => size) }
}

/** What somebody sends who comes by no page that others don't see: to begin, two pages of questions, and all of it. */
const SHORTEST = 4
/** Ids and codes are as long as others; a word more or less is not a page. */
const ALIKE = 4

/**
 * Whether somebody who filled in on the pages came by the page that few see, as a log has it: they sent one page more, or
 * got one that is as long as that page. Null where the log doesn't say.
 *
 * @param longPages how long that page is, as the attacker has seen by trying the questionnaire; null for who does not look
 *   at lengths
 */
export function tookTheLongWay({ lines, sizes }: Session, longPages: readonly number[] | null): boolean | null {
  if (longPages !== null) {
    return sizes.length === 0 ? null : sizes.some((size) => longPages.some((long) => Math.abs(size - long) <= ALIKE))
  }
  const pages = lines.filter((line) => / POST \/v 200 /.test(line)).length
  return pages === 0 ? null : pages > SHORTEST
}
