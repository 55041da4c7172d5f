import { sumOf } from './sum-of.ts'

/** One wait: how long, whether it was over, and for how much it counts. */
export interface Wait {
  readonly days: number
  readonly over: boolean
  readonly weight: number
}

/** What holds from a day on at which waits were over. */
export interface SurvivalStep {
  readonly days: number
  /** Estimated share that still waits after this day. */
  readonly surviving: number
  /** Greenwood's sum: the variance of the logarithm of that share, with weights of 1. */
  readonly spread: number
}

/** The product-limit estimate of Kaplan and Meier (1958). Who still waited on a day is counted as at risk on that day. */
export function survivalCurve(waits: readonly Wait[]): readonly SurvivalStep[] {
  const sorted = waits.filter(({ weight }) => weight > 0).toSorted((a, b) => a.days - b.days)
  const steps: SurvivalStep[] = []
  let atRisk = sumOf(sorted.map(({ weight }) => weight))
  let [surviving, spread] = [1, 0]
  for (let start = 0; start < sorted.length;) {
    const days = sorted[start]?.days ?? 0
    let [end, over, left] = [start, 0, 0]
    for (; sorted[end]?.days === days; end += 1) {
      const { weight = 0, over: ended = false } = sorted[end] ?? {}
      left += weight
      if (ended) over += weight
    }
    if (over > 0) {
      const remaining = end === sorted.length && left === over ? 0 : atRisk - over
      surviving *= remaining / atRisk
      spread += over / (atRisk * remaining)
      steps.push({ days, surviving, spread })
    }
    atRisk -= left
    start = end
  }
  return steps
}
