import { keeper } from './keeper.ts'
import {
  begun,
  changed,
  closed,
  erasing,
  hasEverything,
  hasUnseenWords,
  isLocked,
  isSaved,
  readKept,
  rebased,
  savedUpTo,
  writtenKept,
  type Kept,
} from './kept.ts'
import type { SavingPorts } from './ports.ts'
import type { Refusal, Saving, SavingState } from './saving.ts'
import { sender, type Sender } from './sender.ts'
import { joinTabs } from './tabs.ts'
import { wipe } from './wipe.ts'

/** After these, something else stands on the server under this id, and nothing from here can be put in its place. */
const FINAL_REFUSALS: readonly (Refusal | null)[] = ['newer', 'conflict', 'withdrawn']

/**
 * Takes up what was kept before in this wave, and keeps and sends from there. Settled once it is known whether another tab
 * is at it.
 *
 * What the respondent does is kept on the device first and sent after that, so that the server never has something newer
 * than a tab that comes back.
 */
export async function openSaving(ports: SavingPorts): Promise<Saving> {
  const { clock } = ports
  const store = keeper(ports, clock)
  const listeners = new Set<() => void>()
  let kept: Kept | null = readKept(await store.open())
  let final: 'none' | 'stored' = 'none'
  let erased = false

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const forgetHere = async (): Promise<void> => {
    kept = null
    outgoing.stop()
    await store.remove()
    tell()
  }
  const me = `${clock.now()}-${ports.random()}`
  const write = (next: Kept): Promise<void> =>
    isLocked(next) ? store.toMemory() : store.write(writtenKept(next), next.underWay.id)
  const tabs = joinTabs(ports.tabs, clock, me, {
    id: () => kept?.underWay.id ?? null,
    giveWay: () => {
      outgoing.stop()
      tell()
      return kept === null ? '' : writtenKept(kept)
    },
    gone: () => void forgetHere(),
  })
  const outgoing: Sender = sender(ports, {
    kept: () => (tabs.elsewhere() ? null : kept),
    change: async (next) => {
      kept = next
      await write(next)
    },
    done: async ({ erased: wiped, underWay }) => {
      kept = null
      if (wiped) erased = true
      else final = 'stored'
      tell()
      await store.remove()
      tabs.gone(underWay.id)
    },
    tell,
  })
  const change = (next: Kept, isSent = true): void => {
    kept = next
    void write(next).then(tell)
    if (isSent) outgoing.changed()
    tell()
  }
  const mayChange = (): boolean =>
    kept !== null && !kept.erased && !tabs.elsewhere() && !FINAL_REFUSALS.includes(outgoing.state().refusal)
  const mayFollow = ({ tried }: Kept): boolean => mayChange() && !(tried && outgoing.state().refusal === null)

  if (kept !== null) {
    outgoing.restored()
    await tabs.ask()
    outgoing.go()
  }
  return {
    state: () => stateOf(kept, { final, erased, elsewhere: tabs.elsewhere(), ...store.where(), ...outgoing.state() }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    underWay: () => (kept === null || kept.erased ? null : kept.underWay),
    isSaved: () => kept === null || isSaved(kept),
    keepUnder: (words, screen) => {
      if (kept === null || !mayChange()) return
      const { underWay } = kept
      if (underWay.words === words && underWay.screen === screen) return
      change({ ...kept, change: kept.change + 1, underWay: { ...underWay, words, screen } })
    },
    hasUnseenWords: () => kept !== null && hasUnseenWords(kept),
    seenWords: () => {
      if (kept !== null && hasUnseenWords(kept)) change({ ...kept, locked: true }, false)
    },
    begin: (fresh, saved = null) => {
      const same = kept !== null && kept.underWay.id === fresh.id && !kept.erased
      // Of what only the server keeps, the place that somebody came to last counts: it has no revision here.
      if (same && kept !== null && (kept.underWay.revision >= (fresh.revision || 1) || isUnsent(kept))) return
      final = 'none'
      erased = false
      tabs.begin()
      outgoing.stop()
      if (!same) store.leave()
      if (kept?.erased === true) void wipe(ports, kept)
      change(begun(fresh, saved))
    },
    keep: (screen) => {
      // Nothing goes out until somebody chose between the two: that sends the latest.
      const isHeld = outgoing.theirs() !== null && !tabs.elsewhere()
      if (kept === null || (!isHeld && !mayFollow(kept))) return false
      change(changed(kept, screen), !isHeld)
      return true
    },
    finish: (closing) => {
      if (kept === null || !mayFollow(kept)) return false
      change(closed(kept, closing))
      return true
    },
    isOvertaken: () => outgoing.theirs() !== null,
    overrule: () => {
      const theirs = outgoing.theirs()
      if (kept === null || theirs === null || tabs.elsewhere()) return false
      change(rebased(kept, theirs))
      return true
    },
    correctCode: (code) => {
      if (kept !== null && mayChange()) change({ ...kept, underWay: { ...kept.underWay, code }, tried: false })
    },
    forget: forgetHere,
    erase: async () => {
      // What may be stored for good is taken back with the withdrawal code.
      if (kept === null || tabs.elsewhere() || (kept.tried && !outgoing.state().refusal)) return false
      const wiped = erasing(kept)
      const isNew = kept.underWay.revision === 0 && kept.change === 0
      outgoing.stop()
      erased = isNew
      if (isNew) await forgetHere()
      else {
        change(wiped)
        // At once: whoever erases may close the page right after.
        outgoing.wake()
      }
      return true
    },
    ownDevice: async (own) => {
      if (kept !== null && !tabs.elsewhere()) await store.move(own, writtenKept(kept), kept.underWay.id)
      tell()
      return store.where().keptIn
    },
    takeOver: async () => {
      if (!tabs.elsewhere()) return
      const given = readKept(await tabs.take()) ?? readKept(await store.open())
      if (given !== null && kept !== null && given.underWay.id === kept.underWay.id) kept = given
      // What is on the line from here may be older than what was given.
      outgoing.stop()
      outgoing.restored()
      if (kept !== null) change(kept)
    },
    wake: () => {
      outgoing.wake()
      tell()
    },
    close: () => {
      outgoing.stop()
      tabs.close()
    },
  }
}

function isUnsent({ waiting, sending }: Kept): boolean {
  return waiting.length > 0 || sending !== null
}

function stateOf(
  kept: Kept | null,
  now: Pick<SavingState, 'keptIn' | 'storage' | 'elsewhere' | 'offline' | 'refusal' | 'findings'> & {
    readonly final: 'none' | 'stored'
    readonly erased: boolean
  },
): SavingState {
  const { final, erased, ...rest } = now
  const isClosing = kept !== null && kept.closing !== null
  const closing = !isClosing ? final : rest.refusal === null ? 'waiting' : 'refused'
  return {
    ...rest,
    savedUpTo: kept === null ? null : savedUpTo(kept),
    everything: kept !== null && hasEverything(kept),
    waiting: kept === null ? [] : kept.waiting.map(([number]) => number),
    final: closing,
    erased: kept?.erased === true ? 'waiting' : erased ? 'done' : 'no',
  }
}
