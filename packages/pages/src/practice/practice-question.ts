import { EMPTY_CODES, type LocalizedText, type Question } from '@klankbord/model'
import type { MessageKey, Voice } from '../voice.ts'

/** No question of an author has a point in its name. */
export const PRACTICE_NAME = 'practice.answer'

/** The values that can be chosen, as a form sends them. */
export const PRACTICE_VALUES: readonly string[] = ['1', '2', '3', '4']

/** A harmless question of ours, with the controls of every choice. */
export function practiceQuestion(voice: Voice): Question {
  const text = (key: MessageKey): LocalizedText => ({ [voice.spoken]: voice.plain(key) })
  return {
    type: 'radiogroup',
    name: PRACTICE_NAME,
    path: '',
    title: text('practiceQuestion'),
    required: false,
    sensitive: false,
    options: [
      { value: 1, code: 1, text: text('practiceGood') },
      { value: 2, code: 2, text: text('practiceMiddle') },
      { value: 3, code: 3, text: text('practiceBad') },
      { value: 4, code: EMPTY_CODES.dontKnow, empty: 'dontKnow', text: text('practiceUnknown') },
    ],
  }
}
