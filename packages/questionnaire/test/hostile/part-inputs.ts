import type { Json } from '@klankbord/model'
import type { HostileInput } from './hostile-input.ts'

const matrix: Json = {
  type: 'matrix',
  name: 'q',
  title: 'Bent u het eens?',
  columns: [1, 2, 3],
  rows: [
    { value: 'listened', text: 'Er werd geluisterd.' },
    { value: 'quick', text: 'Het ging snel.' },
  ],
}
const eachRow: Json = { ...matrix, eachRowRequired: true }
const door: Json = { type: 'boolean', name: 'door', title: 'Bent u thuis?' }
const rowBehindDoor: Json = {
  ...matrix,
  rows: [
    { value: 'listened', text: 'Er werd geluisterd.' },
    { value: 'quick', text: 'Het ging snel.', visibleIf: '{door} = true' },
  ],
}
const multiple: Json = {
  type: 'multipletext',
  name: 'q',
  title: 'Contact',
  items: [
    { name: 'phone', title: 'Telefoon', maxLength: 20 },
    { name: 'age', title: 'Leeftijd', inputType: 'number', min: 18, max: 110 },
  ],
}
const panels: Json = {
  type: 'paneldynamic',
  name: 'q',
  title: 'Uw kinderen',
  minPanelCount: 1,
  maxPanelCount: 3,
  templateElements: [
    { type: 'radiogroup', name: 'school', title: 'Gaat het naar school?', choices: [1, 2] },
    {
      type: 'text',
      inputType: 'number',
      name: 'grade',
      title: 'Groep?',
      min: 1,
      max: 8,
      visibleIf: '{panel.school} = 1',
    },
  ],
}
const twoPanels: Json = { ...panels, minPanelCount: 2 }

const one = (input: string, element: Json, answers: string, ...ours: string[]): HostileInput => ({
  input,
  elements: [element],
  answers,
  ours,
})

/** Inputs for questions that have several parts. */
export const PART_INPUTS: readonly HostileInput[] = [
  one('matrix: an unknown column', matrix, '{"q": {"listened": 9}}', 'optionNotOffered /answers/q/listened'),
  one(
    'matrix: an unknown column where each row is required',
    eachRow,
    '{"q": {"listened": 9, "quick": 1}}',
    'optionNotOffered /answers/q/listened',
  ),
  one('matrix: "1" for the column 1', matrix, '{"q": {"listened": "1"}}', 'optionNotOffered /answers/q/listened'),
  one('matrix: an unknown row', matrix, '{"q": {"listened": 1, "slow": 1}}', 'unknownPart /answers/q/slow'),
  one('matrix: __proto__ as a row', matrix, '{"q": {"__proto__": 1}}', 'unknownPart /answers/q/__proto__'),
  one('matrix: constructor as a row', matrix, '{"q": {"constructor": 1}}', 'unknownPart /answers/q/constructor'),
  one(
    'matrix: toString as a column',
    matrix,
    '{"q": {"listened": "toString"}}',
    'optionNotOffered /answers/q/listened',
  ),
  one('matrix: several columns in a row', matrix, '{"q": {"listened": [1, 2]}}', 'wrongAnswerType /answers/q/listened'),
  one('matrix: a list', matrix, '{"q": [1, 2]}', 'wrongAnswerType /answers/q'),
  one('matrix: no rows at all', matrix, '{"q": {}}', 'wrongAnswerType /answers/q'),
  one('matrix: null in a row', matrix, '{"q": {"listened": null}}', 'wrongAnswerType /answers/q/listened'),
  one('matrix: one column without its row', matrix, '{"q": 1}', 'wrongAnswerType /answers/q'),
  {
    input: 'matrix: a hidden row',
    elements: [door, rowBehindDoor],
    answers: '{"door": false, "q": {"listened": 1, "quick": 1}}',
    ours: ['answerNotAsked /answers/q/quick'],
  },
  one('multipletext: an unknown item', multiple, '{"q": {"fax": "1"}}', 'unknownPart /answers/q/fax'),
  one('multipletext: __proto__ as an item', multiple, '{"q": {"__proto__": "x"}}', 'unknownPart /answers/q/__proto__'),
  one('multipletext: words for a number', multiple, '{"q": {"age": "abc"}}', 'wrongAnswerType /answers/q/age'),
  one('multipletext: a number outside its limits', multiple, '{"q": {"age": 5}}', 'belowMinimum /answers/q/age'),
  one(
    'multipletext: too many words',
    multiple,
    `{"q": {"phone": "${'1'.repeat(21)}"}}`,
    'textTooLong /answers/q/phone',
  ),
  one('multipletext: words without an item', multiple, '{"q": "06 12345678"}', 'wrongAnswerType /answers/q'),
  one(
    'paneldynamic: too many panels',
    panels,
    '{"q": [{"school": 1}, {"school": 1}, {"school": 1}, {"school": 1}]}',
    'tooManyPanels /answers/q',
  ),
  one('paneldynamic: too few panels', twoPanels, '{"q": [{"school": 1}]}', 'tooFewPanels /answers/q'),
  one('paneldynamic: an object for a list', panels, '{"q": {"school": 1}}', 'wrongAnswerType /answers/q'),
  one('paneldynamic: words for a list', panels, '{"q": "x"}', 'wrongAnswerType /answers/q'),
  one('paneldynamic: words for a panel', panels, '{"q": ["x"]}', 'wrongAnswerType /answers/q/0'),
  one('paneldynamic: null for a panel', panels, '{"q": [null]}', 'wrongAnswerType /answers/q/0'),
  one(
    'paneldynamic: an unknown question in a panel',
    panels,
    '{"q": [{"school": 1, "name": "Jan"}]}',
    'unknownPart /answers/q/0/name',
  ),
  one(
    'paneldynamic: __proto__ in a panel',
    panels,
    '{"q": [{"__proto__": {"school": 1}}]}',
    'unknownPart /answers/q/0/__proto__',
  ),
  one(
    'paneldynamic: an option that is not offered',
    panels,
    '{"q": [{"school": 1}, {"school": 9}]}',
    'optionNotOffered /answers/q/1/school',
  ),
  one(
    'paneldynamic: a question that is hidden in its panel',
    panels,
    '{"q": [{"school": 2, "grade": 3}]}',
    'answerNotAsked /answers/q/0/grade',
  ),
  one('paneldynamic: nothing in any panel', panels, '{"q": [{}, {}]}', 'wrongAnswerType /answers/q'),
  {
    input: 'paneldynamic: three hundred panels',
    elements: [panels],
    answers: {
      shown: '{ q: 300 times { school: 1 } }',
      make: () => ({ q: Array.from({ length: 300 }, () => ({ school: 1 })) }),
    },
    ours: ['tooManyPanels /answers/q'],
  },
]
