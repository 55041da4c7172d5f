import type { InputQuestion, MultipleChoiceQuestion, Question, RankingQuestion } from '@klankbord/model'
import { dateRangeSentence, rangeSentence } from '../check-sentence.ts'
import type { Html } from '../html.ts'
import type { Voice } from '../voice.ts'

/** How a question can be answered, line by line, said before anybody can go wrong. None where the controls speak for themselves. */
export function hintsOf(voice: Voice, question: Question): readonly Html[] {
  const range = question.type === 'date' || question.type === 'month' ? dateRangeSentence(voice, question) : null
  return [hintOf(voice, question), range].filter((line) => line !== null)
}

function hintOf(voice: Voice, question: Question): Html | null {
  switch (question.type) {
    case 'checkbox':
      return severalHint(voice, question)
    case 'ranking':
      return rankingHint(voice, question)
    case 'number':
      return rangeSentence(voice, question, 'hint')
    case 'date':
      return voice.say('hintDate')
    case 'month':
      return voice.say('hintMonth')
    case 'email':
      return voice.say('hintEmail')
    case 'text':
    case 'comment':
      return voice.say('hintWords', { max: question.maxLength })
    case 'multipletext':
      return question.items.some(({ type }) => type === 'text' || type === 'comment') ? voice.say('hintNoNames') : null
    default:
      return null
  }
}

/** The same for one of several short answers. What holds for all of them is said once, above them. */
export function itemHintsOf(voice: Voice, item: InputQuestion): readonly Html[] {
  return item.type === 'text' || item.type === 'comment' ? [] : hintsOf(voice, item)
}

function rankingHint(voice: Voice, { minSelected: min, maxSelected: max, options }: RankingQuestion): Html {
  if (min === options.length) return voice.say('hintRankAll')
  return min === max ? voice.say('hintRankExact', { max }) : voice.say('hintRankRange', { min, max })
}

function severalHint(voice: Voice, { minSelected: min, maxSelected: max }: MultipleChoiceQuestion): Html {
  if (min !== undefined && max !== undefined) {
    return min === max ? voice.say('hintSeveralExact', { min }) : voice.say('hintSeveralRange', { min, max })
  }
  if (min !== undefined && min > 1) return voice.say('hintSeveralLeast', { min })
  if (max !== undefined) return voice.say('hintSeveralMost', { max })
  return voice.say('hintSeveral')
}
