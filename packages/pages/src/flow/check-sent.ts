import type { Clock, Questionnaire } from '@klankbord/model'
import { check, maskAnswers, type Checked } from '@klankbord/questionnaire'

/**
 * Checks what was sent, as of today and else as of yesterday: who began before midnight sends what was right when it was
 * filled in, and a draft keeps no date to go by. The findings are those of today. A citizen service number that somebody
 * wrote is masked before anything else, so that what is checked and hashed is what is stored.
 *
 * @param answersOn the answers as they stand on a day, anything as it came in
 */
export function checkSent(questionnaire: Questionnaire, answersOn: (today: Clock) => unknown, today: Clock): Checked {
  const result = check(questionnaire, maskAnswers(questionnaire, answersOn(today)), today)
  if (result.ok) return result
  const yesterday = dayBefore(today)
  const before = check(questionnaire, maskAnswers(questionnaire, answersOn(yesterday)), yesterday)
  return before.ok ? before : result
}

const DAY = 86_400_000

/** The date before a date, also where one of the two has 23 or 25 hours. */
export function dayBefore({ today }: Clock): Clock {
  return { today: new Date(Date.parse(today) - DAY).toISOString().slice(0, 10) }
}
