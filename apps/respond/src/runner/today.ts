import type { Clock } from '@klankbord/model'

/** A day begins and ends where respondents are, wherever the device is. */
const ZONE = 'Europe/Amsterdam'

/** The date there. */
export function todayAt(moment: Date): Clock {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment)
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? ''
  return { today: `${part('year')}-${part('month')}-${part('day')}` }
}
