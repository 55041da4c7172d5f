import type { HidingMethod } from '@klankbord/model'

const FROM_BEST: readonly HidingMethod[] = ['exact', 'bounded', 'coarse']

/** How all of several tasks were solved: as the least good of them. */
export function methodOf(methods: readonly HidingMethod[]): HidingMethod {
  return FROM_BEST.findLast((method) => methods.includes(method)) ?? 'exact'
}
