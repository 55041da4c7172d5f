import type { AnswerValue, Json } from '@klankbord/model'

const QUESTIONS = 30

/**
 * 30 questions of the usual types on 6 pages, nine of them conditional: the size of questionnaire that survey-core was
 * measured with before this project began.
 */
export const definition: { readonly [key: string]: Json } = {
  title: 'Dertig vragen',
  locale: 'nl',
  pages: [0, 1, 2, 3, 4, 5].map((page) => ({
    name: `page${page}`,
    elements: [0, 1, 2, 3, 4].map((place) => question(page * 5 + place)),
  })),
}

/** Every question answered, so that every condition holds. */
export const answers: Readonly<Record<string, AnswerValue>> = Object.fromEntries(
  Array.from({ length: QUESTIONS }, (_, index) => [`q${index}`, answerTo(index)]),
)

function question(index: number): Json {
  const conditional = index > 0 && index % 3 === 0 && index < 28
  return {
    name: `q${index}`,
    title: `Vraag ${index}`,
    ...typeOf(index),
    ...(conditional ? { visibleIf: conditionOn(index - 1) } : {}),
  }
}

function typeOf(index: number): { readonly [key: string]: Json } {
  switch (index % 6) {
    case 1:
      return { type: 'rating', rateMax: 10 }
    case 2:
      return { type: 'checkbox', choices: [1, 2, 3, 4, 5], maxSelectedChoices: 3 }
    case 3:
      return { type: 'boolean' }
    case 4:
      return { type: 'text', inputType: 'number', min: 0, max: 120 }
    case 5:
      return index === 29 ? { type: 'comment' } : { type: 'radiogroup', choices: [1, 2, 3], isRequired: true }
    default:
      return { type: 'radiogroup', choices: [1, 2, 3, 4, 5] }
  }
}

function answerTo(index: number): AnswerValue {
  if (index === 29) return 'Het duurde lang voordat iemand terugbelde.'
  return index % 6 === 2 ? [1, 4] : index % 6 === 3 ? true : 2
}

function conditionOn(index: number): string {
  return index % 6 === 2 ? `{q${index}} contains 1` : `{q${index}} = 2`
}
