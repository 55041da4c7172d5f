import { describe, expect, it } from 'vitest'
import { compile } from '../../../../packages/questionnaire/src/index.ts'
import { detailWords } from '../../src/problems/detail-words.ts'
import { problemSentence } from '../../src/problems/problem-sentence.ts'

const question = (name: string, rest: object): object => ({ type: 'text', name, title: name, ...rest })
const yesNo = [
  { value: 1, text: 'Ja' },
  { value: 2, text: { default: 'Nee', xx_yy_zz: 'No' } },
]

/** A definition with one fault of nearly every kind. */
const FAULTY = {
  title: 'Zorg',
  pages: [
    { name: 'first', elements: [question('age', { inputType: 'number', min: 120, max: 0, step: -1, maxLength: 5 })] },
    { name: 'second', elements: [question('words', { maxLength: 0, isRequired: 'yes', visibleIf: '{age > 3' })] },
    { name: 'third', elements: [{ type: 'radiogroup', name: 'one', title: 'Een', choices: yesNo, rateMin: 1 }] },
    {
      name: 'fourth',
      elements: [{ type: 'checkbox', name: 'many', title: 'Veel', choices: [{ value: -9 }, ' x', []] }],
    },
    {
      name: 'fifth',
      elements: [{ type: 'rating', name: 'mark', title: 'Cijfer', rateMin: 9, rateMax: 1, titel: 'x' }],
    },
    {
      name: 'sixth',
      elements: [question('a', { visibleIf: '{one} = [1, 2]' }), question('b', { visibleIf: '{one}' })],
    },
    { name: 'seventh', elements: [question('c', { visibleIf: '{words} = 2' }), question('d', { visibleIf: '1' })] },
    {
      name: 'ninth',
      elements: [
        {
          type: 'matrix',
          name: 'grid',
          title: 'x',
          rows: ['Rij', [], { value: 'a', tone: 'x' }],
          columns: [],
          visible: true,
        },
        {
          type: 'multipletext',
          name: 'parts',
          title: 'x',
          items: [{ name: 'A', inputType: 'date', min: 'x', step: 1 }, {}],
        },
        {
          type: 'panel',
          name: 'group',
          elements: [{ type: 'html', name: 'words_between', title: 'x' }],
          isRequired: true,
        },
        { type: 'paneldynamic', name: 'things', title: 'x', templateElements: [question('inner', { blocking: true })] },
        {
          type: 'imagepicker',
          name: 'pictures',
          title: 'x',
          choices: [{ value: 'other', imageLink: 'x' }],
          pictogram: 'A B',
        },
        {
          type: 'dropdown',
          name: 'menu',
          title: 'x',
          choices: [1],
          showNoneItem: true,
          choicesOrder: 'random',
          timeLimit: 1,
        },
      ],
    },
    { name: 'eighth', elements: [question('e', { visibleIf: '{age} + 1 > 2' }), { type: 'text' }, 'text', {}] },
  ],
}

describe('a researcher who reads Dutch', () => {
  it.each([
    ['element', 'text of option 2 of radiogroup t1', 'text van antwoord 2 van vraag t1'],
    ['element', 'questionnaire', 'de vragenlijst'],
    ['element', 'page access', 'pagina access'],
    ['element', 'comment (without a name)', 'een vraag zonder naam'],
    ['goesWith', 'radiogroup and checkbox and rating', 'radiogroup en checkbox en rating'],
    ['expected', 'a whole number from 1 to 4000', 'een heel getal van 1 tot en met 4000'],
    ['reason', 'a comparison needs a question, as in {q1} = 2', 'vergelijk met een vraag, zoals {q1} = 2'],
    [
      'reason',
      '{q1} alone is no condition: compare it, or write notempty',
      '{q1} alleen is geen voorwaarde: vergelijk met een antwoord, of schrijf notempty',
    ],
    ['reason', 'something new', 'something new'],
  ])('reads the %s "%s" in own words', (detail, english, dutch) => {
    expect(detailWords(detail, english, 'nl')).toBe(dutch)
    expect(detailWords(detail, english, 'en')).toBe(english)
  })

  it('reads back untouched what the author wrote', () => {
    expect(detailWords('value', 'a number', 'nl')).toBe('a number')
    expect(detailWords('property', 'page', 'nl')).toBe('page')
  })

  it('reads no English about a definition with many faults', () => {
    const { findings } = compile(FAULTY)
    const english =
      /\b(the|with|without|which|whole|number|string|list|option|question|page|must|at most|cannot|only)\b/i
    // Between quotation marks stand the names of properties, which are English.
    const sentences = findings.map((found) => problemSentence(found, 'nl').replaceAll(/“[^”]*”/g, '…'))
    expect(sentences.length).toBeGreaterThan(20)
    expect(sentences.filter((sentence) => english.test(sentence))).toEqual([])
  })
})
