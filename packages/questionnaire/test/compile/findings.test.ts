import { describe, expect, it } from 'vitest'
import { compile } from '@klankbord/questionnaire'
import { asking, question } from '../definitions/asking.ts'

/** What stands before it, so that a condition has something to look at. */
const first = question('boolean', 'first')

/** Findings about the second question of a page, with their paths from that question on. */
const about = (...elements: unknown[]): readonly (readonly [string, string, string | undefined])[] =>
  compile(asking(first, ...elements)).findings.map(({ code, path, suggestion }) => [
    code,
    path.replace('/pages/0/elements/1', ''),
    suggestion,
  ])

const radio = (more: object = {}): object => question('radiogroup', 'q', { choices: [1, 2], ...more })
const check = (more: object = {}): object => question('checkbox', 'q', { choices: [1, 2, 3], ...more })
const matrix = (more: object = {}): object => question('matrix', 'q', { rows: ['a', 'b'], columns: [1, 2], ...more })
const several = (...items: unknown[]): object => question('multipletext', 'q', { items })
const text = (more: object): object => question('text', 'q', more)
const panels = (more: object = {}, ...inner: unknown[]): object =>
  question('paneldynamic', 'q', { maxPanelCount: 2, templateElements: [question('comment', 'x'), ...inner], ...more })
const picture = (more: object = {}): object =>
  question('imagepicker', 'q', { choices: [{ value: 1, text: 'x', imageLink: '/a.svg', ...more }] })

type Row = readonly [what: string, element: unknown, code: string, path: string, suggestion?: string]

const ELEMENTS: readonly Row[] = [
  ['a type of another tool', question('tagbox', 'q'), 'unknownElementType', '/type', 'checkbox'],
  ['a type with a slip', question('matrx', 'q'), 'unknownElementType', '/type', 'matrix'],
  ['a file', question('file', 'q'), 'unknownElementType', '/type'],
  ['a property of another type', radio({ eachRowRequired: true }), 'propertyNotHere', '/eachRowRequired'],
  ['a title of prose', { type: 'html', name: 'q', html: 'x', title: 'y' }, 'propertyNotHere', '/title'],
  [
    'an old name of a property',
    matrix({ isAllRowRequired: true }),
    'unknownProperty',
    '/isAllRowRequired',
    'eachRowRequired',
  ],
  ['another old name', radio({ hasOther: true }), 'unknownProperty', '/hasOther', 'showOtherItem'],
  ['a slip in a new property', radio({ enabelIf: '{first} = true' }), 'unknownProperty', '/enabelIf', 'enableIf'],
  ['a name taken by prose', { type: 'html', name: 'first', html: 'x' }, 'duplicateName', '/name'],
  ['a wrong type of ours', radio({ blocking: 1 }), 'wrongPropertyType', '/blocking'],
  [
    'an unknown level of measurement',
    radio({ measurement: 'ordnal' }),
    'unknownPropertyValue',
    '/measurement',
    'ordinal',
  ],
  ['a drawing with a path', radio({ pictogram: 'a/b' }), 'malformedName', '/pictogram'],
  ['a recording on another server', radio({ audio: 'https://x.nl/a.mp3' }), 'addressNotAllowed', '/audio'],
  ['a recording without a protocol', radio({ audio: { nl: '//x.nl/a.mp3' } }), 'addressNotAllowed', '/audio'],
  ['a recording in no language', radio({ audio: { '?': '/a.mp3' } }), 'unknownLanguage', '/audio/?'],
  ['prose without words', { type: 'html', name: 'q' }, 'missingText', ''],
  ['a shown value without a title', { type: 'expression', name: 'q', expression: '1 + 1' }, 'missingText', ''],
  ['a shown value without an expression', question('expression', 'q'), 'missingProperty', ''],
  [
    'an expression that is none',
    question('expression', 'q', { expression: '1 +' }),
    'malformedCondition',
    '/expression',
  ],
]

const LEFT_OUT: readonly Row[] = [
  'showNoneItem',
  'showRefuseItem',
  'showDontKnowItem',
  'choicesByUrl',
  'choicesOrder',
  'valueName',
  'defaultValue',
  'readOnly',
  'visible',
  'choicesVisibleIf',
  'colCount',
  'titleLocation',
].map((property) => [property, radio({ [property]: 'random' }), 'propertyLeftOut', `/${property}`])

const OPTIONS: readonly Row[] = [
  ['1 beside "1"', radio({ choices: [1, '1'] }), 'duplicateOptionValue', '/choices/1'],
  ['an option twice', radio({ choices: [2, { value: 1 }, 3, 1] }), 'duplicateOptionValue', '/choices/3'],
  [
    'an option that stands alone, of one answer',
    radio({ choices: [{ value: 1, exclusive: true }] }),
    'propertyNotHere',
    '/choices/0/exclusive',
  ],
  [
    'a picture beside words',
    radio({ choices: [{ value: 1, imageLink: '/a.svg' }] }),
    'propertyNotHere',
    '/choices/0/imageLink',
  ],
  [
    'the name of survey-core',
    check({ choices: [{ value: 1, isExclusive: true }] }),
    'unknownProperty',
    '/choices/0/isExclusive',
    'exclusive',
  ],
  [
    'a condition with a slip',
    radio({ choices: [{ value: 1, visibelIf: 'x' }] }),
    'unknownProperty',
    '/choices/0/visibelIf',
    'visibleIf',
  ],
  [
    'a condition on an option',
    radio({ choices: [{ value: 1, visibleIf: '{frist} = true' }] }),
    'unknownConditionQuestion',
    '/choices/0/visibleIf',
    'first',
  ],
  [
    'an option enabled by its own question',
    radio({ choices: [1, { value: 2, enableIf: '{q} = 1' }] }),
    'conditionLooksAhead',
    '/choices/1/enableIf',
  ],
  ['the value of "other"', radio({ choices: [1, 'other'] }), 'unusableOptionValue', '/choices/1'],
  ['the code of "other"', radio({ choices: [1, 32_767] }), 'unusableOptionValue', '/choices/1'],
  ['words of an "other" that is not there', radio({ otherText: 'Anders' }), 'propertyNotHere', '/otherText'],
  [
    '"other" in a ranking',
    question('ranking', 'q', { choices: [1, 2], showOtherItem: true }),
    'propertyNotHere',
    '/showOtherItem',
  ],
  [
    'a ranked kind of empty',
    question('ranking', 'q', { choices: [1, { value: 2, missingReason: 'dontKnow' }] }),
    'propertyNotHere',
    '/choices/1/missingReason',
  ],
  [
    'limits of a whole ranking',
    question('ranking', 'q', { choices: [1, 2], maxSelectedChoices: 1 }),
    'propertyNotHere',
    '/maxSelectedChoices',
  ],
  [
    'more to rank than there is',
    question('ranking', 'q', { choices: [1, 2], selectToRankEnabled: true, minSelectedChoices: 3 }),
    'limitOutOfRange',
    '/minSelectedChoices',
  ],
  [
    'limits that contradict',
    check({ minSelectedChoices: 3, maxSelectedChoices: 2 }),
    'contradictoryLimits',
    '/minSelectedChoices',
  ],
  ['a picture that is missing', picture({ imageLink: undefined }), 'missingProperty', '/choices/0'],
  [
    'a picture that is only a value',
    question('imagepicker', 'q', {
      choices: [
        { value: 1, text: 'x', imageLink: '/a.svg' },
        { value: 2, text: 'y' },
      ],
    }),
    'missingProperty',
    '/choices/1',
  ],
  [
    'a picture of another server',
    picture({ imageLink: 'http://x.nl/a.svg' }),
    'addressNotAllowed',
    '/choices/0/imageLink',
  ],
  ['a picture up the folders', picture({ imageLink: '/../a.svg' }), 'addressNotAllowed', '/choices/0/imageLink'],
  [
    'a picture inside the definition, whatever its data are',
    picture({ imageLink: 'data:image/png;base64,R0lGODlhAQABAAAAACw=' }),
    'addressNotAllowed',
    '/choices/0/imageLink',
  ],
  ['a picture in a script', picture({ imageLink: 'javascript:alert(1)' }), 'addressNotAllowed', '/choices/0/imageLink'],
  ['a picture without words', picture({ text: undefined }), 'missingText', '/choices/0'],
  [
    'words that are hidden',
    question('imagepicker', 'q', { showLabel: false, choices: [{ value: 1, text: 'x', imageLink: '/a' }] }),
    'unknownPropertyValue',
    '/showLabel',
  ],
]

const PARTS: readonly Row[] = [
  ['a matrix without rows', matrix({ rows: undefined }), 'missingProperty', ''],
  ['a matrix with no rows', matrix({ rows: [] }), 'tooFewRows', '/rows'],
  ['a matrix with no columns', matrix({ columns: [] }), 'tooFewOptions', '/columns'],
  ['a row twice', matrix({ rows: ['a', 'a'] }), 'duplicateName', '/rows/1'],
  ['row 1 beside "1"', matrix({ rows: [1, '1'] }), 'duplicateName', '/rows/1'],
  ['a row that is no name', matrix({ rows: ['Rij A', 'b'] }), 'malformedName', '/rows/0', 'rij_a'],
  ['a row that every object has', matrix({ rows: ['constructor', 'b'] }), 'malformedName', '/rows/0'],
  ['a row of half a number', matrix({ rows: [1.5, 'b'] }), 'malformedName', '/rows/0'],
  ['a row without a value', matrix({ rows: [{ text: 'x' }] }), 'missingProperty', '/rows/0'],
  ['a row that is a list', matrix({ rows: [[]] }), 'wrongPropertyType', '/rows/0'],
  ['a tone of a row', matrix({ rows: [{ value: 'a', tone: 'positive' }] }), 'propertyNotHere', '/rows/0/tone'],
  [
    'a column for some',
    matrix({ columns: [1, { value: 2, visibleIf: '{first} = true' }] }),
    'propertyNotHere',
    '/columns/1/visibleIf',
  ],
  ['two columns with one code', matrix({ columns: [2, 'ja'] }), 'duplicateOptionCode', '/columns/1'],
  ['too many rows', matrix({ rows: Array.from({ length: 51 }, (_, row) => row) }), 'definitionTooLarge', '/rows'],
  ['no items', several(), 'tooFewRows', '/items'],
  ['an item that is a word', several('a'), 'wrongPropertyType', '/items/0'],
  ['an item without a title', several({ name: 'a' }), 'missingText', '/items/0'],
  ['an item twice', several({ name: 'a', title: 'x' }, { name: 'a', title: 'y' }), 'duplicateName', '/items/1/name'],
  ['an item with capitals', several({ name: 'Straat', title: 'x' }), 'malformedName', '/items/0/name', 'straat'],
  ['an item with a slip', several({ name: 'a', title: 'x', titel: 'y' }), 'unknownProperty', '/items/0/titel', 'title'],
  [
    'limits of an item',
    several({ name: 'a', title: 'x', inputType: 'number', min: 2, max: 1 }),
    'contradictoryLimits',
    '/items/0/min',
  ],
  [
    'a pattern in an item',
    several({ name: 'a', title: 'x', validators: [{ type: 'regex', regex: '(' }] }),
    'badPattern',
    '/items/0/validators/0/regex',
  ],
  ['panels without an end', panels({ maxPanelCount: undefined }), 'missingProperty', ''],
  ['a thousand panels', panels({ maxPanelCount: 1000 }), 'limitOutOfRange', '/maxPanelCount'],
  ['more panels than there may be', panels({ minPanelCount: 3 }), 'contradictoryLimits', '/minPanelCount'],
  ['panels of nothing', panels({ templateElements: [] }), 'tooFewRows', '/templateElements'],
  ['panels in panels', panels({}, panels()), 'unknownElementType', '/templateElements/1/type'],
  [
    'prose in panels',
    panels({}, { type: 'html', name: 'y', html: 'x' }),
    'unknownElementType',
    '/templateElements/1/type',
  ],
  ['a name twice in a panel', panels({}, question('comment', 'x')), 'duplicateName', '/templateElements/1/name'],
  [
    'consent in a panel',
    panels({}, question('boolean', 'y', { blocking: true })),
    'propertyNotHere',
    '/templateElements/1/blocking',
  ],
  [
    'a look ahead in a panel',
    panels({}, question('boolean', 'y', { visibleIf: '{panel.z} notempty' })),
    'unknownConditionQuestion',
    '/templateElements/1/visibleIf',
    'panel.x',
  ],
]

const INPUTS: readonly Row[] = [
  ['an input type with a slip', text({ inputType: 'numer' }), 'unknownPropertyValue', '/inputType', 'number'],
  ['a day that is not there', text({ inputType: 'date', min: '2023-02-29' }), 'limitOutOfRange', '/min'],
  ['a month of a day', text({ inputType: 'date', max: '2023-02' }), 'limitOutOfRange', '/max'],
  ['a thirteenth month', text({ inputType: 'month', max: '2023-13' }), 'limitOutOfRange', '/max'],
  ['a day before year 1', text({ inputType: 'date', min: '0000-01-01' }), 'limitOutOfRange', '/min'],
  ['a number for a day', text({ inputType: 'date', min: 2020 }), 'limitOutOfRange', '/min'],
  [
    'an end before the start',
    text({ inputType: 'date', min: '2024-02-29', max: '2024-02-28' }),
    'contradictoryLimits',
    '/min',
  ],
  ['a day for a number', text({ inputType: 'number', min: '2020-01-01' }), 'wrongPropertyType', '/min'],
  ['a step of days', text({ inputType: 'date', step: 7 }), 'propertyNotHere', '/step'],
  ['a length of a number', text({ inputType: 'number', maxLength: 7 }), 'propertyNotHere', '/maxLength'],
  ['a limit of an address', text({ inputType: 'email', max: 7 }), 'propertyNotHere', '/max'],
]

const MEANT: readonly Row[] = [
  ['words of an option', radio({ choices: [{ value: 1, label: 'x' }] }), 'unknownProperty', '/choices/0/label', 'text'],
  [
    'a title of an option',
    radio({ choices: [{ value: 1, title: 'x' }] }),
    'unknownProperty',
    '/choices/0/title',
    'text',
  ],
  ['an option of its own', radio({ showOther: true }), 'unknownProperty', '/showOther', 'showOtherItem'],
  [
    'a pattern',
    text({ validators: [{ type: 'regex', regex: 'x', pattern: 'x' }] }),
    'unknownProperty',
    '/validators/0/pattern',
    'regex',
  ],
  [
    'a type of an item',
    several({ name: 'a', title: 'x', type: 'text' }),
    'unknownProperty',
    '/items/0/type',
    'inputType',
  ],
  ['an input for a telephone', text({ inputType: 'tel' }), 'unknownPropertyValue', '/inputType', 'text'],
]

describe('a fault in an element is found at its place, alone', () => {
  it.each([...ELEMENTS, ...MEANT, ...LEFT_OUT, ...OPTIONS, ...PARTS, ...INPUTS])(
    '%s',
    (_, element, code, path, suggestion) => {
      expect(about(element)).toEqual([[code, path, suggestion]])
    },
  )
})

const panel = (more: object = {}, ...elements: unknown[]): object => ({
  type: 'panel',
  name: 'group',
  elements: [question('comment', 'q'), ...elements],
  ...more,
})

const nested = (depth: number): object =>
  depth === 0 ? question('comment', 'q') : { type: 'panel', name: `group${depth}`, elements: [nested(depth - 1)] }

describe('a fault in a panel or a page is found at its place, alone', () => {
  it.each<Row>([
    [
      'a panel that looks at its own question',
      panel({ visibleIf: '{q} notempty' }),
      'conditionLooksAhead',
      '/visibleIf',
    ],
    ['a panel without a name', panel({ name: undefined }), 'missingProperty', ''],
    ['a panel with the name of the page', panel({ name: 'p' }), 'duplicateName', '/name'],
    ['a panel with nothing in it', panel({ elements: [] }), 'emptyPage', ''],
    ['a required panel', panel({ isRequired: true }), 'propertyNotHere', '/isRequired'],
    ['a state of a panel', panel({ state: 'collapsed' }), 'propertyLeftOut', '/state'],
    [
      'a fault deep inside',
      panel({}, panel({ name: 'inner' }, { type: 'html', name: 'h' })),
      'duplicateName',
      '/elements/1/elements/0/name',
    ],
    ['panels five deep', nested(5), 'definitionTooLarge', '/elements/0/elements/0/elements/0/elements/0'],
    [
      'a short group of seven',
      panel({ shortGroup: true }, ...'abcdef'.split('').map((name) => question('comment', name))),
      'longGroup',
      '',
    ],
  ])('%s', (what, element, code, path) => {
    const found = about(element)
    expect(found[0]).toEqual([code, path, undefined])
    expect(found).toHaveLength(what === 'a fault deep inside' ? 2 : 1)
  })

  it('and panels four deep are no fault', () => {
    expect(about(nested(4))).toEqual([])
  })
})

describe('a questionnaire that would give too much', () => {
  it('is refused by what its pages make each question carry', () => {
    const long = Array.from({ length: 110 }, () => '{first} = true').join(' or ')
    const pages = (elements: unknown[]): object => ({
      title: 'x',
      pages: [
        { name: 'a', elements: [first] },
        { name: 'b', visibleIf: long, enableIf: long, elements },
      ],
    })
    const many = Array.from({ length: 300 }, (_, place) => question('comment', `c${place}`))
    expect(compile(pages(many)).findings.map(({ code, path }) => [code, path])).toEqual([
      ['definitionTooLarge', '/pages'],
    ])
    expect(compile(pages(many.slice(0, 200))).findings).toEqual([])
  })

  it('is refused by its number of variables', () => {
    const rows = Array.from({ length: 50 }, (_, row) => row)
    const many = Array.from({ length: 101 }, (_, place) => question('matrix', `m${place}`, { rows, columns: [1] }))
    expect(compile(asking(...many)).findings.map(({ code, path }) => [code, path])).toEqual([
      ['definitionTooLarge', '/pages'],
    ])
    expect(compile(asking(...many.slice(1))).findings).toEqual([])
  })

  it('hears what was meant by its first faults only, when there is much to compare with', () => {
    const rows = Array.from({ length: 50 }, (_, row) => row)
    const many = Array.from({ length: 90 }, (_, place) => question('matrix', `m${place}`, { rows, columns: [1] }))
    const faults = Array.from({ length: 30 }, (_, place) => question('comment', `c${place}`, { title: '{m0.50}' }))
    const suggestions = compile(asking(...many, ...faults)).findings.map(({ suggestion }) => suggestion)
    expect(suggestions).toHaveLength(30)
    expect(suggestions[0]).toBe('m0.0')
    expect(suggestions.filter((suggestion) => suggestion !== undefined).length).toBeLessThan(10)
  })
})
