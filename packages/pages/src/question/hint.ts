import type { DateQuestion, InputQuestion, MultipleChoiceQuestion, Question, RankingQuestion } from '@klankbord/model'
import { dateRangeSentence, rangeSentence } from '../check-sentence.ts'
import { html, type Html } from '../html.ts'
import type { Voice } from '../voice.ts'

/** How a question can be answered, said before anybody can go wrong. Null where the controls speak for themselves. */
export function hintOf(voice: Voice, question: Question): Html | null {
  switch (question.type) {
    case 'checkbox':
      return severalHint(voice, question)
    case 'ranking':
      return rankingHint(voice, question)
    case 'number':
      return rangeSentence(voice, question, 'hint')
    case 'date':
    case 'month':
      return dateHint(voice, question)
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
export function itemHintOf(voice: Voice, item: InputQuestion): Html | null {
  if (item.type === 'text' || item.type === 'comment') return null
  return hintOf(voice, item)
}

function dateHint(voice: Voice, question: DateQuestion): Html {
  const how = voice.say(question.type === 'date' ? 'hintDate' : 'hintMonth')
  const range = dateRangeSentence(voice, question)
  return range === null ? how : html`${how} ${range}`
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
