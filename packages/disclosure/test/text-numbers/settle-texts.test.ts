import { describe, expect, it } from 'vitest'
import {
  isProblem,
  type AuthoredTexts,
  type FigureReference,
  type NumberDecision,
  type PublishedText,
} from '@klankbord/model'
import { numbersToDecide, settleTexts } from '@klankbord/disclosure'
import { contentOf } from '../publication-builder.ts'

// Districts of 60, 60, 25 and 3 people; the last two are hidden.
const content = {
  ...(await contentOf([{ counts: [40, 20] }, { counts: [30, 30] }, { counts: [20, 5] }, { counts: [2, 1] }])),
  account: { answered: 148, frame: null },
}
const everybody = { table: 'q', group: null, answers: [1] } as const
const north = { table: 'q×wijk', group: 1, answers: [1] } as const
const hiddenGroup = { table: 'q×wijk', group: 4, answers: [1] } as const

/** Decides alike on every number of a text. */
function decidedOn(authored: AuthoredTexts, figure: FigureReference | null): readonly NumberDecision[] {
  return numbersToDecide(authored, [], ['nl']).map(({ place, words }) => ({
    place,
    words,
    figure,
    by: 'Sam',
    on: '2026-06-01',
  }))
}

function settled(nl: string, figure?: FigureReference | null): PublishedText | string {
  const authored = { texts: { introduction: { nl } } }
  const decisions = figure === undefined ? [] : decidedOn(authored, figure)
  try {
    return settleTexts(content, { authored, decisions, labels: [] }).texts?.introduction ?? {}
  } catch (error) {
    return isProblem(error) ? `${error.code}: ${error.message}` : String(error)
  }
}

describe('an author writes a number in a text', () => {
  it('and publishing stops, naming the field, the words and what was expected', () => {
    expect(settled('In Buitengebied zijn drie mensen.')).toMatch(
      /^textNumberOpen: .*texts\/introduction \(nl\), “drie”, place [0-9a-f]{16} \(expected a released figure .*; 1 open in all\)$/,
    )
  })

  it('links it to a figure that says the same, and it is written from that figure', () => {
    expect(settled('In de stad is 62% tevreden.', everybody)).toEqual({
      nl: ['In de stad is ', { figure: everybody, form: 'percent', words: '62%' }, ' tevreden.'],
    })
  })

  it.each([
    ['62%', everybody],
    ['62,2 procent', everybody],
    ['92', everybody],
    ['zes van de tien', everybody],
    ['92 van de 148', everybody],
    ['twee derde', north],
    ['tweederde', north],
    ['2 op de 3', north],
    ['veertig', north],
    ['een meerderheid', north],
    ['zestig', { table: 'q×wijk', group: 1, base: 'valid' }],
    ['148', { account: 'answered' }],
  ] as const)('and “%s” agrees with its figure', (words, figure) => {
    expect(settled(`Dat zijn ${words} mensen.`, figure)).toMatchObject({
      nl: [expect.anything(), { figure }, ' mensen.'],
    })
  })

  it.each([
    ['63%', everybody],
    ['93', everybody],
    ['drie van de vier', everybody],
    ['de helft', north],
    ['92 van de 150', everybody],
    ['een minderheid', north],
    ['derde', everybody],
  ] as const)('and “%s” does not agree with it', (words, figure) => {
    expect(settled(`Dat zijn ${words} mensen.`, figure)).toMatch(/^textNumberDiffers: .*expected \d+%, \d+ of \d+/)
  })

  it('and cannot link it to what is hidden', () => {
    expect(settled('Er zijn 2 mensen tevreden.', hiddenGroup)).toMatch(/^textNumberHidden: .*group 4/)
    expect(settled('Er zijn 3 mensen.', { table: 'q×wijk', group: 4, base: 'total' })).toMatch(/^textNumberHidden/)
  })

  it.each<[FigureReference]>([
    [{ table: 'w', group: null, answers: [1] }],
    [{ table: 'q', group: 9, answers: [1] }],
    [{ table: 'q', group: null, answers: [7] }],
    [{ account: 'invited' }],
  ])('nor to what is not there: %j', (figure) => {
    expect(settled('Er zijn 2 mensen tevreden.', figure)).toMatch(/^textFigureUnknown/)
  })

  it('confirms that it is not about who took part, until the sentence changes', () => {
    const before = { texts: { introduction: { nl: 'Wij begonnen. Sinds 2015 is er een wet.' } } }
    const decisions = decidedOn(before, null)
    const words = (nl: string): unknown =>
      settleTexts(content, { authored: { texts: { introduction: { nl } } }, decisions, labels: [] }).texts
        ?.introduction?.['nl']
    expect(words('Wij begonnen. Sinds 2015 is er een wet.')).toEqual(['Wij begonnen. Sinds 2015 is er een wet.'])
    expect(words('Wij begonnen al. Sinds 2015 is er een wet.')).toEqual(['Wij begonnen al. Sinds 2015 is er een wet.'])
    expect(() => words('Wij begonnen. Sinds 2015 is er geen wet.')).toThrow('“2015”')
    expect(() => words('Wij begonnen. Sinds 2015 waren er 3 wetten.')).toThrow('“2015”')
  })

  it('and a confirmation of one number says nothing of the next in the same sentence', () => {
    const authored = { texts: { introduction: { nl: 'In 2026 waren 3 mensen boos.' } } }
    const [first] = decidedOn(authored, null)
    if (!first) throw new Error('no number was found')
    expect(() => settleTexts(content, { authored, decisions: [first], labels: [] })).toThrow('“3”')
  })

  it('and may move a conclusion without deciding again', () => {
    const one = { nl: 'Artikel 2 geldt.' }
    const decisions = decidedOn({ texts: { conclusions: [one] } }, null)
    const moved = { texts: { conclusions: [{ nl: 'Het gaat goed.' }, one] } }
    expect(settleTexts(content, { authored: moved, decisions, labels: [] }).texts?.conclusions).toHaveLength(2)
  })

  it('and what is in a language that the publication does not have is left out', () => {
    const authored = { texts: { introduction: { nl: 'Dag.', pl: 'Trzy osoby.' } } }
    expect(settleTexts(content, { authored, decisions: [], labels: [] }).texts).toEqual({
      introduction: { nl: ['Dag.'] },
    })
  })

  it('and empty parts are left out', () => {
    expect(
      settleTexts(content, { authored: { texts: { conclusions: [] }, advice: [] }, decisions: [], labels: [] }),
    ).toEqual({})
  })
})

describe('what texts name', () => {
  it('must be in the publication', () => {
    const comment = { texts: { comments: [{ theme: 'wachttijd', text: { nl: 'Lang.' } }] } }
    const advice = {
      advice: [{ to: { nl: 'Het college' }, advice: { nl: 'Bel terug.' }, tables: ['w'], state: 'awaitingAnswer' }],
    } as const
    for (const authored of [comment, advice])
      expect(() => settleTexts(content, { authored, decisions: [], labels: [] })).toThrow(
        'texts name what this publication does not have',
      )
  })
})

describe('the label of a band', () => {
  const label =
    (nl: string): (() => unknown) =>
    () =>
      settleTexts(content, {
        authored: {},
        decisions: [],
        labels: [{ field: 'plan/band', label: { nl }, numbers: [18, 44, 45] }],
      })

  it('may name its own limits, a year and a date, and no other number', () => {
    expect(label('18 tot en met 44 jaar, op 31 december 2025')).not.toThrow()
    expect(label('Iedereen met hulp in 2025')).not.toThrow()
    expect(label('18 tot en met 44 jaar (3 in Oost)')).toThrow('“3”')
  })
})
