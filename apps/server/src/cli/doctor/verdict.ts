/** What was found of one thing. */
export interface Verdict {
  /** `look`: it works, and somebody should think about it. */
  readonly state: 'good' | 'look' | 'bad'
  /** What was found and, where it is not good, what to do. */
  readonly sentence: string
}

export const good = (sentence: string): Verdict => ({ state: 'good', sentence })
export const look = (sentence: string): Verdict => ({ state: 'look', sentence })
export const bad = (sentence: string): Verdict => ({ state: 'bad', sentence })
