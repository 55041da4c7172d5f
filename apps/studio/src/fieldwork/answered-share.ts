import type { WaveSummary } from '@klankbord/model'

/**
 * The share of the invited people who answered, from 0 to 100; null when it is not known who was invited.
 * Through an open link more people may answer than were invited: that is 100.
 */
export function answeredShare({ answers, invited }: Pick<WaveSummary, 'answers' | 'invited'>): number | null {
  if (invited === null || invited <= 0) return null
  return Math.min(100, (100 * answers) / invited)
}
