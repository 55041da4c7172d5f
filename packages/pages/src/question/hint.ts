import type { InputQuestion, MultipleChoiceQuestion, Option, Question, RankingQuestion } from '@klankbord/model'
import { dateRangeSentence, rangeSentence } from '../check-sentence.ts'
import type { Html } from '../html.ts'
import { takesMail } from '../takes-mail.ts'
import type { Voice } from '../voice.ts'

/**
 * How a question can be answered, line by line, said before anybody can go wrong. None where the controls speak for
 * themselves.
 *
 * @param open the options that can be chosen as things stand
 */
export function hintsOf(voice: Voice, question: Question, open: readonly Option[]): readonly Html[] {
  const range = question.type === 'date' || question.type === 'month' ? dateRangeSentence(voice, question) : null
  const own = question.description === undefined ? '' : voice.authorPlain(question.description)
  // What the author said already is not said twice.
  return [hintOf(voice, question, open), range]
    .filter((line) => line !== null)
    .filter(({ source }) => !own.includes(source))
}

/** Whether the author of the question asks already not to write down names. */
function warnsOfNames(voice: Voice, { description }: Question): boolean {
  const own = description === undefined ? '' : voice.authorPlain(description)
  return own.toLocaleLowerCase(voice.spoken).includes(voice.plain('hintNamesSaid').toLocaleLowerCase(voice.spoken))
}

function hintOf(voice: Voice, question: Question, open: readonly Option[]): Html | null {
  switch (question.type) {
    case 'checkbox':
      return severalHint(voice, limitsOf(question, open))
    case 'ranking':
      return rankingHint(voice, limitsOf(question, open), open.length)
    case 'number':
      return rangeSentence(voice, question, 'hint')
    case 'date':
      return voice.say('hintDate')
    case 'month':
      return voice.say('hintMonth')
    case 'email':
    case 'text':
    case 'comment':
      if (takesMail(question)) return voice.say('hintEmail')
      return voice.say(takesAnyWords(question) && !warnsOfNames(voice, question) ? 'hintWords' : 'hintLength', {
        max: question.maxLength,
      })
    case 'multipletext':
      return question.items.some(takesAnyWords) && !warnsOfNames(voice, question) ? voice.say('hintNoNames') : null
    default:
      return null
  }
}

/** The same for one of several short answers. What holds for all of them is said once, above them. */
export function itemHintsOf(voice: Voice, item: InputQuestion): readonly Html[] {
  return takesWords(item) ? [] : hintsOf(voice, item, [])
}

/** Whether somebody may write what comes to mind, names too. A rule of the author asks for something else. */
function takesAnyWords(item: InputQuestion): boolean {
  return item.type === 'comment' ? takesWords(item) : takesWords(item) && (item.validators ?? []).length === 0
}

function takesWords(item: InputQuestion): boolean {
  return (item.type === 'text' || item.type === 'comment') && !takesMail(item)
}

/** Nobody can choose more than is open, and the check asks no more of them. */
function limitsOf<Limits extends Partial<Pick<RankingQuestion, 'minSelected' | 'maxSelected'>>>(
  question: Limits,
  open: readonly Option[],
): Limits {
  const most = Math.max(1, open.filter((option) => option.exclusive !== true && option.empty === undefined).length)
  const { minSelected: min, maxSelected: max } = question
  return {
    ...question,
    ...(min === undefined ? {} : { minSelected: Math.min(min, most) }),
    ...(max === undefined ? {} : { maxSelected: Math.min(max, most) }),
  }
}

function rankingHint(voice: Voice, { minSelected: min, maxSelected: max }: RankingQuestion, open: number): Html {
  if (min === open) return voice.say('hintRankAll')
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
