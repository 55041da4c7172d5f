import { hasOptions, type Finding, type NumberQuestion, type Question } from '@klankbord/model'
import { html, type Html } from './html.ts'
import { formatNumber } from './number-text.ts'
import type { MessageKey, Voice } from './voice.ts'

/**
 * What somebody can do about a finding: names the limits, blames nobody.
 *
 * @param given what was typed or chosen, to say how much too long a text is
 */
export function checkSentence(voice: Voice, question: Question, finding: Finding, given: unknown): Html {
  switch (finding.code) {
    case 'optionNotOffered':
      return voice.say('checkOffered')
    case 'duplicateOption':
      return voice.say('checkTwice')
    case 'exclusiveOption':
      return aloneSentence(voice, question, given)
    case 'tooFewSelected':
      return voice.say('checkFewer', { n: limitOf(question, 'minSelected') })
    case 'tooManySelected':
      return voice.say('checkMore', { n: limitOf(question, 'maxSelected') })
    case 'textTooLong':
      return longSentence(voice, question, given)
    case 'forbiddenCharacter':
      return voice.say('checkCharacter')
    case 'notANumber':
    case 'wrongAnswerType':
      return typeSentence(voice, question)
    case 'belowMinimum':
    case 'aboveMaximum':
      return question.type === 'number' ? rangeSentence(voice, question, 'check') : voice.say('checkAgain')
    case 'notAStep':
      return question.type === 'number' ? stepSentence(voice, question) : voice.say('checkAgain')
    default:
      return voice.say('checkAgain')
  }
}

/** The limits of a number, in words; the same limits before and after a mistake. */
export function rangeSentence(voice: Voice, question: NumberQuestion, kind: 'check' | 'hint'): Html {
  const key = (name: 'Number' | 'NumberRange' | 'NumberLeast' | 'NumberMost'): MessageKey => `${kind}${name}`
  const min = question.min === undefined ? undefined : formatNumber(question.min, voice.language)
  const max = question.max === undefined ? undefined : formatNumber(question.max, voice.language)
  if (min !== undefined && max !== undefined) return voice.say(key('NumberRange'), { min, max })
  if (min !== undefined) return voice.say(key('NumberLeast'), { min })
  if (max !== undefined) return voice.say(key('NumberMost'), { max })
  return voice.say(key('Number'))
}

function typeSentence(voice: Voice, question: Question): Html {
  if (question.type === 'number') return html`${rangeSentence(voice, question, 'check')} ${voice.say('checkDigits')}`
  if (question.type === 'checkbox') return voice.say('checkOffered')
  return voice.say(hasOptions(question) ? 'checkOne' : 'checkWords')
}

function stepSentence(voice: Voice, question: NumberQuestion): Html {
  const step = question.step ?? 1
  const wholeNumbers = step === 1 && Number.isInteger(question.min ?? 0)
  return wholeNumbers ? voice.say('checkWhole') : voice.say('checkStep', { step: formatNumber(step, voice.language) })
}

function aloneSentence(voice: Voice, question: Question, given: unknown): Html {
  const chosen = new Set(Array.isArray(given) ? given.map(String) : [])
  const alone = hasOptions(question)
    ? question.options.find(
        (option) => (option.exclusive === true || option.empty !== undefined) && chosen.has(String(option.value)),
      )
    : undefined
  return alone === undefined
    ? voice.say('checkAloneAny')
    : voice.say('checkAlone', { option: voice.author(alone.text) })
}

function longSentence(voice: Voice, question: Question, given: unknown): Html {
  const max = 'maxLength' in question ? question.maxLength : 0
  const over = typeof given === 'string' ? Math.max(1, given.length - max) : 1
  return voice.say('checkLong', { over, max })
}

function limitOf(question: Question, limit: 'minSelected' | 'maxSelected'): number {
  return (question.type === 'checkbox' ? question[limit] : undefined) ?? 1
}
