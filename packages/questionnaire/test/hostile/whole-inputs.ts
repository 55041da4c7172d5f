import type { Json } from '@klankbord/model'
import type { HostileInput } from './hostile-input.ts'

const radio: Json = { type: 'radiogroup', name: 'q', title: 'Hoe gaat het?', choices: [1, 2, 3] }
const door: Json = { type: 'boolean', name: 'door', title: 'Bent u thuis?' }
const consent: Json = { type: 'boolean', name: 'consent', title: 'Doet u mee?', isRequired: true, blocking: true }
const a: Json = { type: 'text', inputType: 'number', name: 'a', title: 'Hoeveel eerst?' }
const sum: Json = { type: 'expression', name: 'sum', title: 'Samen', expression: '{a} + 1' }
const words: Json = { type: 'html', name: 'words', html: '<p>Dank u wel.</p>' }

const given = (input: string, elements: readonly Json[], answers: string, ...ours: string[]): HostileInput => ({
  input,
  elements,
  answers,
  ours,
})
const made = (input: string, shown: string, make: () => unknown, ...ours: string[]): HostileInput => ({
  input,
  elements: [radio],
  answers: { shown, make },
  ours,
})

const calculated = { calculatedValues: [{ name: 'kept', expression: '{a} + 1', includeIntoResult: true }] }

function throwing(): never {
  throw new Error('not to be read')
}

/** Inputs for the response as a whole. */
export const WHOLE_INPUTS: readonly HostileInput[] = [
  given('no answers: null', [radio], 'null', 'answersNotObject /answers'),
  given('no answers: a list', [radio], '[{"q": 1}]', 'answersNotObject /answers'),
  given('no answers: words', [radio], '"q=1"', 'answersNotObject /answers'),
  given('an unknown question', [radio], '{"q": 1, "z": 1}', 'unknownAnswer /answers/z'),
  given('a question in capitals', [radio], '{"Q": 1}', 'unknownAnswer /answers/(not a name)'),
  given('__proto__ as a question', [radio], '{"__proto__": {"q": 1}}', 'unknownAnswer /answers/__proto__'),
  given(
    'constructor as a question',
    [radio],
    '{"constructor": {"prototype": {"q": 1}}}',
    'unknownAnswer /answers/constructor',
  ),
  given('toString as a question', [radio], '{"toString": 1}', 'unknownAnswer /answers/(not a name)'),
  given(
    'hasOwnProperty as a question',
    [radio],
    '{"hasOwnProperty": 1, "q": 1}',
    'unknownAnswer /answers/(not a name)',
  ),
  given('the name of a page', [radio], '{"page1": 1}', 'unknownAnswer /answers/page1'),
  given('prose that is answered', [radio, words], '{"words": "x"}', 'unknownAnswer /answers/words'),
  given(
    'an invisible question',
    [door, { ...(radio as object), visibleIf: '{door} = true' }],
    '{"door": false, "q": 1}',
    'answerNotAsked /answers/q',
  ),
  given(
    'a question behind an invisible one',
    [
      door,
      { ...(radio as object), visibleIf: '{door} = true' },
      { type: 'boolean', name: 'last', title: 'Nog iets?', visibleIf: '{q} = 1' },
    ],
    '{"door": false, "q": 1, "last": true}',
    'answerNotAsked /answers/q',
    'answerNotAsked /answers/last',
  ),
  given(
    'a closed question',
    [door, { ...(radio as object), enableIf: '{door} = true' }],
    '{"door": false, "q": 1}',
    'answerNotAsked /answers/q',
  ),
  given('a forged value of an expression', [a, sum], '{"a": 1, "sum": 99}', 'unknownAnswer /answers/sum'),
  {
    input: 'a forged calculated value',
    elements: [a],
    definition: calculated,
    answers: '{"a": 1, "kept": 99}',
    ours: ['unknownAnswer /answers/kept'],
  },
  given('a required question left out', [{ ...(radio as object), isRequired: true }], '{}'),
  given('a question that blocks left out', [consent], '{}', 'blockingAnswerMissing /answers/consent'),
  made('a value that is undefined', '{ q: undefined }', () => ({ q: undefined })),
  made('a function', '{ q: () => 1 }', () => ({ q: () => 1 }), 'wrongAnswerType /answers/q'),
  made('a symbol as a key', '{ [Symbol()]: 1 }', () => ({ [Symbol('q')]: 1 }), 'unknownAnswer /answers/(not a name)'),
  made('an answer of a prototype', 'Object.create({ q: 1 })', () => Object.create({ q: 1 }) as unknown),
  made('an answer that says 1 once and 99 afterwards', '{ get q() { … } }', () => {
    let reads = 0
    return {
      get q() {
        reads += 1
        return reads === 1 ? 1 : 99
      },
    }
  }),
  made(
    'an answer that cannot be read',
    '{ get q() { throw … } }',
    () => ({
      get q() {
        return throwing()
      },
    }),
    'answersNotObject /answers',
  ),
  made(
    'answers that cannot be listed',
    'new Proxy({}, { ownKeys() { throw … } })',
    () => new Proxy({}, { ownKeys: throwing }),
    'answersNotObject /answers',
  ),
  made('a number in a box', '{ q: new Number(1) }', () => ({ q: new Number(1) }), 'wrongAnswerType /answers/q'),
  made(
    'an answer that holds itself',
    '{ q: itself }',
    () => {
      const itself: Record<string, unknown> = {}
      itself['q'] = itself
      return itself
    },
    'wrongAnswerType /answers/q',
  ),
]
