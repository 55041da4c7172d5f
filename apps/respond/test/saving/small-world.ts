import { openSaving } from '../../src/saving/open-saving.ts'
import type { Place, TabMessage } from '../../src/saving/ports.ts'
import type { Closing, KeptScreen, Saving, UnderWay } from '../../src/saving/saving.ts'
import type { Answered } from '../../src/saving/verdict.ts'
import { virtualTime, type VirtualTime } from './virtual-time.ts'

export const ID = '3f0c9a52-7d1e-4a43-9a5f-0d9b1c2e3f40'
export const FRESH: UnderWay = { id: ID, code: '', language: 'nl', answers: {}, asked: [], revision: 0, page: 'q1' }
export const CLOSING: Closing = {
  answers: { q1: 'een' },
  language: 'nl',
  help: 'none',
  withdrawalCode: 'K7MD-29XW-PQ4A',
}

/** A screen with one question that was answered. */
export function screen(number: number, answer: string, before: KeptScreen['answers'] = {}): KeptScreen {
  return {
    answers: { ...before, [`q${number}`]: answer },
    asked: [],
    language: 'nl',
    page: `q${number}`,
    numbers: [number],
  }
}

/** What was sent to the server. */
export interface Put {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly at: number
}

type Reply = (put: Put) => Answered | Promise<Answered>

/** A device with stores and tabs, and a server that answers as the test says. */
export interface SmallWorld {
  readonly time: VirtualTime
  readonly puts: readonly Put[]
  readonly stores: { tab: string | null; device: string | null }
  /** What a store does before anything is done to it. */
  trouble: () => void
  isOnline: boolean
  reply: Reply
  openTab(stores?: { tab: string | null }): Promise<Saving>
}

/** Acknowledges whatever comes. */
export const acknowledging: Reply = ({ path, body }) =>
  told(200, { id: path.split('/').pop(), ...(path.includes('/drafts/') && { revision: body['revision'] }) })

/** A problem of the server. */
export const refusing =
  (status: number, code: string, retryAfter: string | null = null): Reply =>
  () => ({ ...told(status, { status, code }), retryAfter })

export const silent: Reply = () => new Promise(() => undefined)

export function broken(): never {
  throw new TypeError('Failed to fetch')
}

function told(status: number, body: object): Answered {
  return { status, body: JSON.stringify(body), retryAfter: null }
}

/** Everything that a test does happens while the time of this world passes. */
export async function inSmallWorld(live: (world: SmallWorld) => Promise<void>): Promise<void> {
  const time = virtualTime()
  const puts: Put[] = []
  const listeners = new Set<(message: TabMessage) => void>()
  const world: SmallWorld = {
    time,
    puts,
    stores: { tab: null, device: null },
    trouble: () => undefined,
    isOnline: true,
    reply: acknowledging,
    openTab: (stores = world.stores) => {
      const place = (name: 'tab' | 'device', held: { tab: string | null; device?: string | null }): Place => ({
        read: async () => {
          world.trouble()
          return held[name] ?? null
        },
        write: async (text) => {
          world.trouble()
          held[name] = text
        },
        remove: async () => {
          held[name] = null
        },
      })
      let hear: (message: TabMessage) => void = () => undefined
      return openSaving({
        wave: 'ronde',
        clock: time,
        random: () => 0.5,
        online: () => world.isOnline,
        put: async (path, body) => {
          const put = { path, body: JSON.parse(body) as Put['body'], at: time.now() }
          puts.push(put)
          await time.wait(100)
          return world.reply(put)
        },
        tab: place('tab', stores),
        device: place('device', world.stores),
        tabs: {
          post: (message) => {
            for (const listener of listeners) if (listener !== hear) time.after(5, () => listener(message))
          },
          listen: (listener) => {
            hear = listener
            listeners.add(listener)
            return () => listeners.delete(listener)
          },
        },
      })
    },
  }
  const life = live(world)
  await time.runUntil(life)
  await life
}
