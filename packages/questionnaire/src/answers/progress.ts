import type { Answers, Clock, Questionnaire } from '@klankbord/model'
import { route } from './route.ts'

/** Where somebody is on the way that their answers lead. */
export interface Progress {
  /** Id of the screen before this one; null at the start. */
  readonly previous: string | null
  /** Id of the screen after this one; null at the end. */
  readonly next: string | null
  /** Numbers of the first and the last question of the screen on this way, from 1; on a screen without questions `number` is that of the last question before it. */
  readonly first: number
  readonly number: number
  /** Questions on the way as these answers lead, this screen included. Consents stand before the way and count nowhere. */
  readonly total: number
}

/**
 * The screens around one screen, and how far it is along the way. A screen that routing leaves out (a page that stayed
 * open while an earlier answer changed) has the neighbours that it would have and counts no question.
 *
 * @param screenId the id of a screen, or the name of any of its questions; null is before the first screen, and a name
 * that the questionnaire does not have is behind the last
 * @throws Problem `clockMissing` when an expression needs the date and there is no clock
 * @example progress(questionnaire, {}, null).next // 'has_support'
 */
export function progress(
  questionnaire: Questionnaire,
  answers: Answers,
  screenId: string | null,
  clock?: Clock,
): Progress {
  const order = new Map(questionnaire.screens.map((screen, place) => [screen.id, place]))
  const found = questionnaire.screens.findIndex(
    ({ id, questions }) => id === screenId || (screenId !== null && questions.includes(screenId)),
  )
  const here = screenId === null ? -1 : found < 0 ? order.size : found
  const placeOf = ({ id }: { readonly id: string }): number => order.get(id) ?? -1
  const { screens } = route(questionnaire, answers, clock)
  const before = screens.filter((screen) => placeOf(screen) < here)
  const count = (list: typeof screens): number =>
    list.reduce((sum, { questions, consents }) => sum + (consents === true ? 0 : questions.length), 0)
  const behind = count(before)
  return {
    previous: before.at(-1)?.id ?? null,
    next: screens.find((screen) => placeOf(screen) > here)?.id ?? null,
    first: behind + 1,
    number: behind + count(screens.filter((screen) => placeOf(screen) === here)),
    total: count(screens),
  }
}
