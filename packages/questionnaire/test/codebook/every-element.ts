import type { MatrixQuestion, Option, Question, Questionnaire } from '@klankbord/model'

const option = (value: Option['value'], code: number, extra: Partial<Option> = {}): Option => ({
  value,
  code,
  text: { nl: `Keuze ${value}`, en: `Option ${value}` },
  ...extra,
})

export const DONT_KNOW: Option = option('dk', -3, { empty: 'dontKnow' })
const WORDS = ['rood', 'groen', 'blauw'].map((value, index) => option(value, index + 1))
const OTHER = option('anders', 4, { other: true })

/** The question that has this type, alone or among others. */
type Of<Type extends Question['type'], Each extends Question = Question> = Each extends Question
  ? Type extends Each['type']
    ? Each
    : never
  : never

type Own<Type extends Question['type']> = Omit<Of<Type>, 'type' | 'name' | 'path' | 'title' | 'required' | 'sensitive'>

function question<Type extends Question['type']>(
  type: Type,
  name: string,
  own: Own<Type>,
  base: { readonly sensitive?: boolean } = {},
): Of<Type> {
  const title = { nl: `Vraag ${name}`, en: `Question ${name}` }
  const whole = { type, name, path: `/${name}`, title, required: false, sensitive: false, ...base, ...own }
  return whole as unknown as Of<Type>
}

const row = (name: string): MatrixQuestion['rows'][number] => ({ name, text: { nl: `Rij ${name}`, en: `Row ${name}` } })

/** One question of each type, with the variants that packing could lose something of. */
export const QUESTIONS: readonly Question[] = [
  question('radiogroup', 'radio', { options: [...WORDS, OTHER, DONT_KNOW], other: { maxLength: 50 } }),
  question('dropdown', 'drop', { options: [...WORDS, DONT_KNOW] }),
  question('rating', 'rate', { options: [1, 2, 3, 4, 5].map((value) => option(value, value)) }),
  question('boolean', 'yes', { options: [option(true, 1), option(false, 2)] }),
  question('imagepicker', 'picture', { options: WORDS }),
  question('checkbox', 'ticks', {
    options: [
      ...Array.from({ length: 40 }, (_, index) => option(index + 1, index + 1)),
      option('anders', 41, { other: true }),
      DONT_KNOW,
    ],
    other: { maxLength: 50 },
  }),
  question('ranking', 'rank', { options: WORDS, minSelected: 1, maxSelected: 3 }),
  question('ranking', 'order', {
    options: ['De gemeente', 'Mijn buren', '2'].map((value, index) => option(value, index + 1)),
    minSelected: 3,
    maxSelected: 3,
  }),
  question('matrix', 'care', {
    rows: [row('listened'), row('2'), row('quick')],
    columns: [option(1, 1, { tone: 'positive' }), option(2, 2, { tone: 'negative' }), DONT_KNOW],
    eachRowRequired: false,
    scale: 'agreement',
    benchmarkKey: 'care',
  }),
  question('number', 'amount', { min: -10 }),
  question('date', 'day', {}),
  question('month', 'since', {}),
  question('text', 'line', { maxLength: 100 }),
  question('comment', 'story', { maxLength: 1000 }, { sensitive: true }),
  question('email', 'mail', { maxLength: 100 }),
  question('multipletext', 'several', {
    items: [
      question('text', 'first', { maxLength: 40 }),
      question('number', 'second', {}),
      question('date', 'third', {}),
      question('month', 'fourth', {}),
    ],
  }),
  question('paneldynamic', 'helpers', {
    questions: [
      question('radiogroup', 'who', { options: [...WORDS, OTHER], other: { maxLength: 50 } }),
      question('checkbox', 'what', { options: [...WORDS, DONT_KNOW] }),
      question('number', 'hours', { min: 0 }),
      question('month', 'began', {}),
      question('comment', 'why', { maxLength: 100 }, { sensitive: true }),
    ],
    minPanels: 0,
    maxPanels: 3,
  }),
  question('signaturepad', 'signed', { maxLength: 100_000 }),
  question('radiogroup', 'unit', {
    options: [option('week', 1), option('month', 2), DONT_KNOW],
  }),
  question('radiogroup', 'constructor', { options: WORDS }),
]

/** Every element of the profile in one questionnaire, with values that are worked out and a duration. */
export const everyElement: Questionnaire = {
  format: 'klankbord-questionnaire/1',
  hash: 'everyelement',
  title: { nl: 'Alles', en: 'Everything' },
  language: 'nl',
  languages: ['nl', 'en'],
  questions: QUESTIONS,
  notes: [
    { type: 'html', name: 'hello', path: '/hello', html: { nl: 'Dag' } },
    {
      type: 'expression',
      name: 'shown',
      path: '/shown',
      title: { nl: 'Dat is samen', en: 'Together' },
      value: { value: 3 },
      valueType: 'number',
    },
    {
      type: 'expression',
      name: 'greeting',
      path: '/greeting',
      title: { nl: 'Dag' },
      value: { value: 'Dag' },
      valueType: 'string',
    },
  ],
  calculatedValues: [
    { name: 'often', path: '/often', value: { value: true }, valueType: 'boolean', kept: true },
    { name: 'moment', path: '/moment', value: { value: '2026-05-31' }, valueType: 'date', kept: true },
    { name: 'word', path: '/word', value: { value: 'x' }, valueType: 'string', kept: true },
    { name: 'scratch', path: '/scratch', value: { value: 1 }, valueType: 'number', kept: false },
  ],
  durations: [
    { name: 'waited', path: '/waited', title: { nl: 'Wachttijd' }, amount: 'amount', unit: { question: 'unit' } },
  ],
  pages: [],
  screens: [],
}
