import type { SeededRandom } from '@klankbord/testing'
import { openSaving } from '../../../respond/src/saving/open-saving.ts'
import type { Place, SavingPorts, TabMessage } from '../../../respond/src/saving/ports.ts'
import type { Saving } from '../../../respond/src/saving/saving.ts'
import type { TroubledLine } from './troubled-line.ts'
import type { VirtualTime } from '../../../respond/test/saving/virtual-time.ts'

/** One text in a store of a device. */
interface Stored {
  text: string | null
}

/** A tab that can be killed: from then on nothing it had begun comes to anything, but for what is on the line. */
export interface SimulatedTab {
  readonly saving: Saving
  /** What the tab is given back when the browser restores it. */
  readonly inTab: Stored
  kill(): void
}

interface Listening {
  readonly inTab: Stored
  readonly hear: (message: TabMessage) => void
  readonly wake: () => void
}

/** A device with stores that fail, and the tabs on it. */
export interface TroubledDevice {
  /** @param inTab what its store holds at first: of a tab that was restored, or copied */
  openTab(inTab?: Stored): Promise<SimulatedTab>
  /** How the stores do from now on. */
  setStores(mood: 'fine' | 'full' | 'forbidden'): void
  /** The browser empties what it keeps, under the hands of whoever uses it. */
  wipe(): void
  wake(): void
}

export function troubledDevice(
  wave: string,
  { time, random, line }: { time: VirtualTime; random: SeededRandom; line: TroubledLine },
): TroubledDevice {
  const onDevice: Stored = { text: null }
  let mood: 'fine' | 'full' | 'forbidden' = 'fine'
  let tabs: readonly Listening[] = []
  // Browsers without a channel between tabs, and modes in which there is none.
  const canHear = random.fraction() < 0.8

  const place = (stored: Stored, isAlive: () => boolean): Place => {
    const work = async <Result>(run: () => Result): Promise<Result> => {
      await time.wait(random.integer(0, 30))
      if (!isAlive()) return new Promise(() => undefined)
      if (mood === 'forbidden') throw new DOMException('not here', 'SecurityError')
      return run()
    }
    return {
      read: () => work(() => stored.text),
      write: (text) =>
        work(() => {
          if (mood === 'full') throw new DOMException('no room', 'QuotaExceededError')
          stored.text = text
        }),
      remove: () =>
        work(() => {
          stored.text = null
        }),
    }
  }
  return {
    openTab: async (inTab = { text: null }) => {
      let alive = true
      const isAlive = (): boolean => alive
      let hear: (message: TabMessage) => void = () => undefined
      const ports: SavingPorts = {
        wave,
        put: async (path, body) => {
          const answered = await line.put(path, body)
          return alive ? answered : new Promise(() => undefined)
        },
        clock: { now: time.now, after: (ms, run) => time.after(ms, () => (alive ? run() : undefined)) },
        random: () => random.fraction(),
        online: () => line.isUp(),
        tab: place(inTab, isAlive),
        device: place(onDevice, isAlive),
        tabs: {
          post: (message) => {
            if (!alive || !canHear) return
            const others = tabs.filter((tab) => tab.inTab !== inTab)
            time.after(random.integer(0, 50), () => others.forEach((tab) => tab.hear(message)))
          },
          listen: (listener) => {
            hear = listener
            return () => undefined
          },
        },
      }
      let saving: Saving | null = null
      const listening: Listening = {
        inTab,
        hear: (message) => (alive ? hear(message) : undefined),
        wake: () => saving?.wake(),
      }
      tabs = [...tabs, listening]
      saving = await openSaving(ports)
      const kill = (): void => {
        alive = false
        tabs = tabs.filter((tab) => tab !== listening)
      }
      return { saving, inTab, kill }
    },
    setStores: (now) => {
      mood = now
    },
    wipe: () => {
      onDevice.text = null
      for (const tab of tabs) tab.inTab.text = null
    },
    wake: () => {
      for (const tab of tabs) tab.wake()
    },
  }
}
