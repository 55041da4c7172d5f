import type { CalculatedValue, Note, Option, Question, Questionnaire } from '@klankbord/model'

const text = (words: string): { nl: string } => ({ nl: words })

/** What the questions of most tests leave to their type. */
type Given<Each> = Each extends Question
  ? Omit<Each, 'path' | 'title' | 'required' | 'sensitive'> & Partial<Each>
  : never

/** The question that has this type, alone or among others. */
type Of<Type, Each extends Question = Question> = Each extends Question
  ? Type extends Each['type']
    ? Each
    : never
  : never

/** A question as the compiler gives it, without what is the same in most. */
export function question<Each extends Given<Question>>(given: Each): Of<Each['type']> {
  const whole = { path: '', title: text(given.name), required: false, sensitive: false, ...given }
  return whole as unknown as Of<Each['type']>
}

/** Options with these values, coded by their place. */
export const options = (...values: (string | number | boolean | Partial<Option>)[]): Option[] =>
  values.map((value, place) => ({
    value: place + 1,
    code: place + 1,
    text: text(String(place)),
    ...(typeof value === 'object' ? value : { value }),
  }))

/** A questionnaire with each question on a screen of its own, made without the compiler. */
export function questionnaireOf(
  questions: readonly Question[],
  more: { readonly notes?: readonly Note[]; readonly calculatedValues?: readonly CalculatedValue[] } = {},
): Questionnaire {
  return {
    format: 'klankbord-questionnaire/1',
    hash: 'by hand',
    title: text('x'),
    language: 'nl',
    languages: ['nl'],
    questions,
    pages: [],
    screens: questions.map(({ name }) => ({ id: name, page: 'p', questions: [name] })),
    ...more,
  }
}
