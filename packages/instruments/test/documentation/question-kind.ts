import type { Question } from '@klankbord/model'

const KINDS: Readonly<Record<Question['type'], string>> = {
  radiogroup: 'one answer',
  dropdown: 'one answer',
  rating: 'one answer',
  boolean: 'yes or no',
  imagepicker: 'one picture',
  checkbox: 'any number of answers',
  ranking: 'answers in order',
  matrix: 'one answer for each line',
  number: 'a number',
  date: 'a day',
  month: 'a month',
  text: 'a few words',
  email: 'an address of e-mail',
  comment: 'own words',
  multipletext: 'short open answers',
  paneldynamic: 'the same questions for each',
  signaturepad: 'a signature',
}

/** How a question is answered, in a few words. */
export function kindOf(question: Question): string {
  if (question.type === 'number' && question.min !== undefined && question.max !== undefined)
    return `a number from ${question.min} to ${question.max}`
  if (question.type === 'text' || question.type === 'comment')
    return `${KINDS[question.type]}, at most ${question.maxLength} characters`
  return KINDS[question.type]
}
