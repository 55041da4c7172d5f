import type { MultipleChoiceQuestion, Question } from '@klankbord/model'
import { rangeSentence } from '../check-sentence.ts'
import type { Html } from '../html.ts'
import type { Voice } from '../voice.ts'

/** How a question can be answered, said before anybody can go wrong. Null where the controls speak for themselves. */
export function hintOf(voice: Voice, question: Question): Html | null {
  switch (question.type) {
    case 'checkbox':
      return severalHint(voice, question)
    case 'number':
      return rangeSentence(voice, question, 'hint')
    case 'text':
    case 'comment':
      return voice.say('hintWords', { max: question.maxLength })
    default:
      return null
  }
}

function severalHint(voice: Voice, { minSelected: min, maxSelected: max }: MultipleChoiceQuestion): Html {
  if (min !== undefined && max !== undefined) {
    return min === max ? voice.say('hintSeveralExact', { min }) : voice.say('hintSeveralRange', { min, max })
  }
  if (min !== undefined && min > 1) return voice.say('hintSeveralLeast', { min })
  if (max !== undefined) return voice.say('hintSeveralMost', { max })
  return voice.say('hintSeveral')
}
