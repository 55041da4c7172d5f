import { textHash } from '@klankbord/model'

/**
 * The chance number of somebody, for one purpose: SHA-256 of `seed⏎purpose⏎id`, as 64 hexadecimal digits. The numbers of
 * different people, seeds and purposes behave as if drawn by lot, and anybody can work one out again.
 */
export function chanceOf(seed: string, purpose: 'household' | 'stratum', id: string): string {
  return textHash(`${seed}\n${purpose}\n${id}`)
}
