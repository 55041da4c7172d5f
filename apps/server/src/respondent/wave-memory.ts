import type { OpenedWave } from './opened-wave.ts'

/**
 * The waves that people came to lately: to store answers without reading the wave for each, and to show a page again
 * while the database is away. It may forget any.
 */
export interface WaveMemory {
  remember(opened: OpenedWave): void
  /** The wave at an address as it was when somebody last came to it; null when nobody did, or long ago. */
  recall(address: string): OpenedWave | null
  /** The same, unless it was read too long ago to store answers by. */
  recallRecent(address: string): OpenedWave | null
}

/**
 * How long what was read of a wave holds for storing answers, in milliseconds. That nobody sends too late does not rest on
 * it: the statement that stores them looks itself.
 */
const RECENT = 1_000

/**
 * Remembers this many waves: those that people came to last. A wave takes some tens of kilobytes.
 *
 * @param now milliseconds that only go forward
 */
export function waveMemory(most = 200, now: () => number = () => performance.now()): WaveMemory {
  const waves = new Map<string, { readonly opened: OpenedWave; readonly at: number }>()
  return {
    remember: (opened) => {
      // Put back at the end, so that the first one is the one that nobody came to for longest.
      waves.delete(opened.wave.address)
      waves.set(opened.wave.address, { opened, at: now() })
      for (const address of waves.keys()) {
        if (waves.size <= most) break
        waves.delete(address)
      }
    },
    recall: (address) => waves.get(address)?.opened ?? null,
    recallRecent: (address) => {
      const known = waves.get(address)
      return known !== undefined && now() - known.at < RECENT ? known.opened : null
    },
  }
}
