import type { OpenedWave } from './opened-wave.ts'

/** The waves that people came to lately. Only to show a page again while the database is away; it may forget any. */
export interface WaveMemory {
  remember(opened: OpenedWave): void
  /** The wave at an address as it was when somebody last came to it; null when nobody did, or long ago. */
  recall(address: string): OpenedWave | null
}

/** Remembers this many waves: those that people came to last. A wave takes some tens of kilobytes. */
export function waveMemory(most = 200): WaveMemory {
  const waves = new Map<string, OpenedWave>()
  return {
    remember: (opened) => {
      // Put back at the end, so that the first one is the one that nobody came to for longest.
      waves.delete(opened.wave.address)
      waves.set(opened.wave.address, opened)
      for (const address of waves.keys()) {
        if (waves.size <= most) break
        waves.delete(address)
      }
    },
    recall: (address) => waves.get(address) ?? null,
  }
}
