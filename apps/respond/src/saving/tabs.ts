import type { SavingClock, TabChannel, TabMessage } from './ports.ts'

/** What the tab that is at it does when others speak. */
export interface AtWork {
  /** The draft that is under way here; null when none is. */
  id(): string | null
  /** What to hand over to the tab that goes on. */
  giveWay(): string
  /** The tab that is at it has sent or wiped it. */
  gone(): void
}

/** Whose turn it is among the tabs of one questionnaire. The server's revisions hold where tabs cannot hear each other. */
export interface Tabs {
  /** Whether another tab is at it. */
  elsewhere(): boolean
  /** Asks whether another tab is at it. */
  ask(): Promise<void>
  /** Goes on in this tab. @returns what the other one had; null when nothing came */
  take(): Promise<string | null>
  /** Begins here, with an id that no other tab has. */
  begin(): void
  gone(id: string): void
  close(): void
}

/** How long another tab has to answer: one that sleeps in the background is not waited for. */
const PATIENCE = 300

/** @param me sets this tab apart from all others */
export function joinTabs(channel: TabChannel, clock: SavingClock, me: string, work: AtWork): Tabs {
  let elsewhere = false
  let asking = false
  let heard: ((kept: string | null) => void) | null = null
  const post = (kind: TabMessage['kind'], kept?: string): void => {
    const id = work.id()
    if (id !== null) channel.post({ id, from: me, kind, ...(kept === undefined ? {} : { kept }) })
  }
  const answer = (kind: 'ask' | 'take'): Promise<string | null> =>
    new Promise((resolve) => {
      const stop = clock.after(PATIENCE, () => heard?.(null))
      heard = (kept) => {
        heard = null
        stop()
        resolve(kept)
      }
      post(kind)
    })
  const hear = ({ id, from, kind, kept }: TabMessage): void => {
    if (id !== work.id() || from === me) return
    // Of two that open at the same moment, one has to be first.
    if (kind === 'ask' && !elsewhere && (!asking || me < from)) post('held')
    else if (kind === 'take' && !elsewhere) {
      elsewhere = true
      post('gave', work.giveWay())
    } else if (kind === 'held' && asking) {
      elsewhere = true
      heard?.(null)
    } else if (kind === 'gave' && !elsewhere) heard?.(kept ?? null)
    else if (kind === 'gone' && elsewhere) work.gone()
  }
  const stopListening = channel.listen(hear)
  return {
    elsewhere: () => elsewhere,
    ask: async () => {
      asking = true
      await answer('ask')
      asking = false
    },
    take: () => {
      elsewhere = false
      return answer('take')
    },
    begin: () => {
      elsewhere = false
    },
    gone: (id) => channel.post({ id, from: me, kind: 'gone' }),
    close: stopListening,
  }
}
