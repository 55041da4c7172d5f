import type { Json } from '@klankbord/model'
import type { HostileInput } from './hostile-input.ts'

const radio: Json = { type: 'radiogroup', name: 'q', title: 'Hoe gaat het?', choices: [1, 2, 3] }
const dropdown: Json = { ...radio, type: 'dropdown' }
const open: Json = { ...radio, choices: ['a', 'b'], showOtherItem: true }
const pictures: Json = {
  type: 'imagepicker',
  name: 'q',
  title: 'Welke kamer?',
  choices: [
    { value: 'bed', text: 'Bed', imageLink: '/pictures/bed.svg' },
    { value: 'bath', text: 'Bad', imageLink: '/pictures/bath.svg' },
  ],
}
const rating: Json = { type: 'rating', name: 'q', title: 'Welk cijfer?', rateMin: 1, rateMax: 5 }
const boolean: Json = { type: 'boolean', name: 'q', title: 'Krijgt u hulp?' }
const checkbox: Json = {
  type: 'checkbox',
  name: 'q',
  title: 'Welke hulp?',
  choices: [
    1,
    2,
    3,
    4,
    { value: 9, text: 'Geen van deze', exclusive: true },
    { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' },
  ],
}
const limited: Json = { ...checkbox, choices: [1, 2, 3, 4], minSelectedChoices: 2, maxSelectedChoices: 3 }
const ticks: Json = { ...checkbox, choices: ['a', 'b'], showOtherItem: true }
const ranking: Json = { type: 'ranking', name: 'q', title: 'Wat eerst?', choices: ['a', 'b', 'c'] }
const firstTwo: Json = { ...ranking, selectToRankEnabled: true, minSelectedChoices: 1, maxSelectedChoices: 2 }
const door: Json = { type: 'boolean', name: 'door', title: 'Bent u thuis?' }
const behindDoor: Json = {
  ...radio,
  choices: [1, { value: 2, text: 'Twee', visibleIf: '{door} = true' }],
}
const closedOption: Json = {
  ...radio,
  choices: [1, { value: 2, text: 'Twee', enableIf: '{door} = true' }],
}
const ticksBehindDoor: Json = {
  ...checkbox,
  choices: [1, 2, { value: 3, text: 'Drie', visibleIf: '{door} = true' }],
}

const one = (input: string, element: Json, answers: string, ...ours: string[]): HostileInput => ({
  input,
  elements: [element],
  answers,
  ours,
})
const two = (input: string, element: Json, answers: string, ...ours: string[]): HostileInput => ({
  input,
  elements: [door, element],
  answers,
  ours,
})

/** Inputs for questions with options. */
export const CHOICE_INPUTS: readonly HostileInput[] = [
  one('radiogroup: a value that is no option', radio, '{"q": 4}', 'optionNotOffered /answers/q'),
  one('radiogroup: "1" for the option 1', radio, '{"q": "1"}', 'optionNotOffered /answers/q'),
  one('radiogroup: a list', radio, '{"q": [1]}', 'wrongAnswerType /answers/q'),
  one('radiogroup: a list in a list', radio, '{"q": [[1]]}', 'wrongAnswerType /answers/q'),
  one('radiogroup: an object', radio, '{"q": {"value": 1}}', 'wrongAnswerType /answers/q'),
  one('radiogroup: true for the option 1', radio, '{"q": true}', 'optionNotOffered /answers/q'),
  one('radiogroup: null', radio, '{"q": null}', 'wrongAnswerType /answers/q'),
  one('radiogroup: an empty text', radio, '{"q": ""}', 'optionNotOffered /answers/q'),
  one('radiogroup: a name that every object has', radio, '{"q": "toString"}', 'optionNotOffered /answers/q'),
  one('radiogroup: __proto__ as an option', radio, '{"q": "__proto__"}', 'optionNotOffered /answers/q'),
  one('dropdown: a value that is no option', dropdown, '{"q": 99}', 'optionNotOffered /answers/q'),
  one('dropdown: several', dropdown, '{"q": [1, 2]}', 'wrongAnswerType /answers/q'),
  one('imagepicker: a value that is no option', pictures, '{"q": "cellar"}', 'optionNotOffered /answers/q'),
  one('imagepicker: several where one is asked', pictures, '{"q": ["bed", "bath"]}', 'wrongAnswerType /answers/q'),
  one('rating: 99 of 5', rating, '{"q": 99}', 'optionNotOffered /answers/q'),
  one('rating: between two grades', rating, '{"q": 2.5}', 'optionNotOffered /answers/q'),
  one('rating: words', rating, '{"q": "abc"}', 'optionNotOffered /answers/q'),
  one('rating: "3" for 3', rating, '{"q": "3"}', 'optionNotOffered /answers/q'),
  one('boolean: "maybe"', boolean, '{"q": "maybe"}', 'optionNotOffered /answers/q'),
  one('boolean: "true" for true', boolean, '{"q": "true"}', 'optionNotOffered /answers/q'),
  one('boolean: 1 for true', boolean, '{"q": 1}', 'optionNotOffered /answers/q'),
  one('checkbox: a value that is no option', checkbox, '{"q": [1, 7]}', 'optionNotOffered /answers/q'),
  one('checkbox: one value without a list', checkbox, '{"q": 1}', 'wrongAnswerType /answers/q'),
  one('checkbox: an empty list', checkbox, '{"q": []}', 'wrongAnswerType /answers/q'),
  one('checkbox: an option twice', checkbox, '{"q": [1, 1]}', 'duplicateOption /answers/q'),
  one('checkbox: 1 beside "1"', checkbox, '{"q": [1, "1"]}', 'optionNotOffered /answers/q'),
  one('checkbox: a list in the list', checkbox, '{"q": [[1], 2]}', 'wrongAnswerType /answers/q'),
  one('checkbox: "none of these" and another', checkbox, '{"q": [9, 1]}', 'exclusiveOption /answers/q'),
  one('checkbox: "I do not know" and another', checkbox, '{"q": [-3, 1]}', 'exclusiveOption /answers/q'),
  one('checkbox: an object with numbers as keys', checkbox, '{"q": {"0": 1}}', 'wrongAnswerType /answers/q'),
  one('checkbox: too many', limited, '{"q": [1, 2, 3, 4]}', 'tooManySelected /answers/q'),
  one('checkbox: too few', limited, '{"q": [1]}', 'tooFewSelected /answers/q'),
  one(
    'checkbox: five thousand values',
    checkbox,
    `{"q": [${Array.from({ length: 5000 }, () => 1).join(',')}]}`,
    'tooManySelected /answers/q',
  ),
  {
    input: 'checkbox: a list of holes',
    elements: [checkbox],
    answers: { shown: '{ q: new Array(3) }', make: () => ({ q: Array.from<unknown>({ length: 3 }) }) },
    ours: ['wrongAnswerType /answers/q'],
  },
  one('other: words where the option belongs', open, '{"q": "mijn eigen woorden"}', 'optionNotOffered /answers/q'),
  one('other: chosen without words', open, '{"q": "other"}'),
  one(
    'other: words, and another option',
    open,
    '{"q": "a", "q-Comment": "tuin"}',
    'wordsWithoutOther /answers/q-Comment',
  ),
  one('other: words, and no option', open, '{"q-Comment": "tuin"}', 'wordsWithoutOther /answers/q-Comment'),
  one('other: empty words', open, '{"q": "other", "q-Comment": ""}', 'wrongAnswerType /answers/q-Comment'),
  one('other: a list as words', open, '{"q": "other", "q-Comment": ["tuin"]}', 'wrongAnswerType /answers/q-Comment'),
  one(
    'other: words of a question without it',
    radio,
    '{"q": 1, "q-Comment": "tuin"}',
    'unknownAnswer /answers/q-Comment',
  ),
  one(
    'other: far too many words',
    open,
    `{"q": "other", "q-Comment": "${'x'.repeat(20_000)}"}`,
    'textTooLong /answers/q-Comment',
  ),
  one(
    'other: words without it being ticked',
    ticks,
    '{"q": ["a"], "q-Comment": "tuin"}',
    'wordsWithoutOther /answers/q-Comment',
  ),
  one('ranking: some of the options', ranking, '{"q": ["a"]}', 'tooFewSelected /answers/q'),
  one('ranking: an unknown option', ranking, '{"q": ["a", "z", "b"]}', 'optionNotOffered /answers/q'),
  one('ranking: an option twice', ranking, '{"q": ["a", "b", "b"]}', 'duplicateOption /answers/q'),
  one('ranking: more than there are', ranking, '{"q": ["a", "b", "c", "a"]}', 'tooManySelected /answers/q'),
  one('ranking: words instead of a list', ranking, '{"q": "a"}', 'wrongAnswerType /answers/q'),
  one('ranking: more than may be ranked', firstTwo, '{"q": ["a", "b", "c"]}', 'tooManySelected /answers/q'),
  two('a hidden option', behindDoor, '{"door": false, "q": 2}', 'optionNotOffered /answers/q'),
  two('a closed option', closedOption, '{"door": false, "q": 2}', 'optionNotOffered /answers/q'),
  two('a hidden option among several', ticksBehindDoor, '{"door": false, "q": [1, 3]}', 'optionNotOffered /answers/q'),
]
