import { Agent, request } from 'node:http'
import type { SeededRandom } from '@klankbord/testing'
import type { Answered } from '../../../respond/src/saving/verdict.ts'
import type { VirtualTime } from '../../../respond/test/saving/virtual-time.ts'

/** What a bad line does to what is sent, or to what comes back. */
export const TROUBLES = [
  'none',
  'lostOnTheWay',
  'answerLost',
  'doubled',
  'late',
  'answerLate',
  'cut',
  'answerCut',
  'portal',
  'busy',
] as const
export type Trouble = (typeof TROUBLES)[number]

/** A line between one device and the server. */
export interface TroubledLine {
  put(path: string, body: string): Promise<Answered>
  isUp(): boolean
  setUp(up: boolean): void
  /** From now on it does what it should. */
  mend(): void
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export function closeLines(): void {
  agent.destroy()
}

const PORTAL: Answered = { status: 200, body: '<!doctype html><title>Welkom op wifi</title>', retryAfter: null }

/**
 * - `late`: it arrives up to a minute and a half later, so after others that were sent later, and after nobody waits any more
 * - `doubled`: it arrives once more, later
 * - `cut`: the server gets half of it and says so
 * - `portal`: somebody else answers, with a page
 */
export function troubledLine(
  origin: string,
  { time, random, count }: { time: VirtualTime; random: SeededRandom; count: (trouble: Trouble) => void },
): TroubledLine {
  let up = true
  let isMended = false
  const pass = (path: string, body: string): Promise<Answered> => time.real(passed(origin, path, body))
  const soon = (): Promise<void> => time.wait(random.integer(20, 900))
  const later = (): Promise<void> => time.wait(random.integer(500, 90_000))
  const passing: Readonly<Record<Trouble, (path: string, body: string) => Promise<Answered>>> = {
    none: pass,
    lostOnTheWay: () => later().then(broken),
    answerLost: (path, body) => pass(path, body).then(later).then(broken),
    doubled: async (path, body) => {
      void later()
        .then(() => pass(path, body))
        .catch(() => undefined)
      return pass(path, body)
    },
    late: (path, body) => later().then(() => pass(path, body)),
    answerLate: async (path, body) => {
      const answered = await pass(path, body)
      await later()
      return answered
    },
    cut: (path, body) => pass(path, body.slice(0, body.trimEnd().length / 2)),
    answerCut: async (path, body) => {
      const answered = await pass(path, body)
      return { ...answered, body: answered.body.slice(0, answered.body.trimEnd().length / 2) }
    },
    portal: () => Promise.resolve(PORTAL),
    busy: () => Promise.resolve({ status: random.pick([429, 502, 503]), body: 'later', retryAfter: '5' }),
  }
  return {
    put: async (path, body) => {
      const trouble = isMended || random.fraction() < 0.5 ? 'none' : random.pick(TROUBLES)
      await soon()
      if (!up) return broken()
      count(trouble)
      return passing[trouble](path, body)
    },
    isUp: () => up,
    setUp: (now) => {
      up = now
    },
    mend: () => {
      isMended = true
      up = true
    },
  }
}

function broken(): never {
  throw new TypeError('Failed to fetch')
}

function passed(origin: string, path: string, body: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body)
    const headers = { 'content-type': 'application/json', 'content-length': bytes.length }
    const call = request(`${origin}${path}`, { method: 'PUT', agent, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.once('error', reject)
      answer.once('end', () => {
        const retryAfter = answer.headers['retry-after'] ?? null
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces).toString(), retryAfter })
      })
    })
    call.once('error', reject)
    call.end(bytes)
  })
}
