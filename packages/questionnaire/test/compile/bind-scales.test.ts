import { describe, expect, it } from 'vitest'
import { compile, type Compiled } from '@klankbord/questionnaire'

const AGREEMENT = [1, 2, 3, 4, 5, { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' }]

const elements = [
  { type: 'radiogroup', name: 'listened', title: 'Geluisterd', choices: AGREEMENT },
  { type: 'rating', name: 'quick', title: 'Snel' },
  { type: 'rating', name: 'grade', title: 'Cijfer', rateMin: 1, rateMax: 10 },
  { type: 'rating', name: 'advise', title: 'Aanraden', rateMin: 0, rateMax: 10 },
  { type: 'checkbox', name: 'kinds', title: 'Soorten', choices: [1, 2, 3, 4, 5] },
  { type: 'radiogroup', name: 'often', title: 'Hoe vaak', choices: ['nooit', 'soms', 'vaak'] },
  { type: 'text', inputType: 'number', name: 'hours', title: 'Uren', min: 1, max: 5 },
  {
    type: 'matrix',
    name: 'views',
    title: 'Wat vindt u?',
    columns: AGREEMENT,
    rows: [
      { value: 'clear', text: 'Duidelijk' },
      { value: 'kind', text: 'Vriendelijk' },
    ],
  },
]

const scaled = (...scales: unknown[]): Compiled => compile({ title: 'Hulp', pages: [{ name: 'p', elements }], scales })

const scale = (extra: object): object => ({
  name: 's',
  title: 'Bejegening',
  method: 'mean',
  items: ['listened', 'quick'],
  ...extra,
})

const faultsOf = (compiled: Compiled): string[] => compiled.findings.map((found) => `${found.code} ${found.path}`)

describe('a scale', () => {
  it('knows its lowest and highest code, kinds of empty left out', () => {
    const items = ['listened', 'quick', 'views__clear', 'views__kind']
    const { questionnaire, findings } = scaled(scale({ items, reversed: ['quick'], minimumAnswered: 0.75 }))
    expect(findings).toEqual([])
    expect(questionnaire?.scales).toEqual([
      {
        name: 's',
        path: '/scales/0',
        title: { nl: 'Bejegening' },
        method: 'mean',
        items,
        reversed: ['quick'],
        minimum: 1,
        maximum: 5,
        minimumAnswered: 0.75,
      },
    ])
  })

  it('needs half of its items where its author says nothing', () => {
    const { questionnaire } = scaled(
      scale({}),
      scale({ name: 'g', method: 'grade', items: ['grade'] }),
      scale({ name: 'n', method: 'netPromoter', items: ['advise'] }),
    )
    expect(
      questionnaire?.scales?.map(({ method, minimum, maximum, minimumAnswered }) => [
        method,
        minimum,
        maximum,
        minimumAnswered,
      ]),
    ).toEqual([
      ['mean', 1, 5, 0.5],
      ['grade', 1, 10, 0.5],
      ['netPromoter', 0, 10, 0.5],
    ])
  })

  it.each([
    [3, 'wrongPropertyType /scales/0'],
    [scale({ name: 'quick' }), 'duplicateName /scales/0/name'],
    [scale({ name: 'Bad name' }), 'malformedName /scales/0/name'],
    [scale({ title: undefined }), 'missingText /scales/0'],
    [scale({ method: 'median' }), 'unknownPropertyValue /scales/0/method'],
    [scale({ method: undefined }), 'missingProperty /scales/0'],
    [scale({ items: undefined }), 'missingProperty /scales/0'],
    [scale({ items: [] }), 'missingProperty /scales/0/items'],
    [scale({ items: ['listened', 3] }), 'wrongPropertyType /scales/0/items/1'],
    [scale({ items: ['listened', 'listened'] }), 'duplicateName /scales/0/items/1'],
    [scale({ items: ['listend'] }), 'unknownReference /scales/0/items/0'],
    [scale({ items: ['views__other'] }), 'unknownReference /scales/0/items/0'],
    [scale({ items: ['views'] }), 'unusableReference /scales/0/items/0'],
    [scale({ items: ['kinds'] }), 'unusableReference /scales/0/items/0'],
    [scale({ items: ['often'] }), 'unusableReference /scales/0/items/0'],
    [scale({ items: ['hours'] }), 'unusableReference /scales/0/items/0'],
    [scale({ items: ['quick', 'grade'] }), 'unusableReference /scales/0/items/1'],
    [scale({ reversed: ['grade'] }), 'unusableReference /scales/0/reversed/0'],
    [scale({ method: 'grade', items: ['advise'] }), 'unusableReference /scales/0/items'],
    [scale({ method: 'grade', items: ['grade'], reversed: ['grade'] }), 'unusableReference /scales/0/items'],
    [scale({ method: 'netPromoter', items: ['grade'] }), 'unusableReference /scales/0/items'],
    [scale({ method: 'netPromoter' }), 'unusableReference /scales/0/items'],
    [scale({ minimumAnswered: 0 }), 'limitOutOfRange /scales/0/minimumAnswered'],
    [scale({ minimumAnswered: 1.1 }), 'limitOutOfRange /scales/0/minimumAnswered'],
    [scale({ mean: true }), 'unknownProperty /scales/0/mean'],
  ])('is refused at its place when it cannot be scored: %j', (written, expected) => {
    const compiled = scaled(written)
    expect(faultsOf(compiled)).toEqual([expected])
    expect(compiled.questionnaire).toBeNull()
  })

  it('gets a suggestion, also for a row', () => {
    expect(scaled(scale({ items: ['listend'] })).findings[0]?.suggestion).toBe('listened')
    expect(scaled(scale({ items: ['views__claer'] })).findings[0]?.suggestion).toBe('views__clear')
    expect(scaled(scale({ reversed: ['quik'] })).findings[0]?.suggestion).toBe('quick')
  })

  it('is not complained of for a question that has faults itself', () => {
    const { findings } = compile({
      title: 'Hulp',
      pages: [{ name: 'p', elements: [...elements, { type: 'ratng', name: 'broken', title: 'x' }] }],
      scales: [scale({ items: ['broken', 'quick'] })],
    })
    expect(findings.map(({ code }) => code)).toEqual(['unknownElementType'])
  })
})
