import type { Wave } from '@klankbord/storage'
import { isoWeek, todayAt, type Clock } from '../clock.ts'

/** When something is noted to have happened: the day, and in an anonymous wave the week. */
export function notedOn({ mode }: Pick<Wave, 'mode'>, clock: Clock): string {
  const now = clock.now()
  return mode === 'codeAnonymous' ? isoWeek(now) : todayAt(now).today
}
