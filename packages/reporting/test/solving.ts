import type { Solving } from '@klankbord/disclosure'

/** Nothing asks it yet: what is hidden is still decided without a solver. */
export const SOLVING: Solving = {
  hide: () => Promise.reject(new Error('nothing is solved yet')),
  ranges: () => Promise.reject(new Error('nothing is solved yet')),
}
