import type { PublishedFieldwork, ResponseAccount } from '@klankbord/model'
import { accountCountText, accountFigure, figureSentence, figureToTable } from '@klankbord/charts'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { describe, expect, it } from 'vitest'

const context = { language: 'nl', fallback: 'nl', leastGroup: 10 }
const { frame } = samplePublication().account

const FIELDWORK: PublishedFieldwork = {
  invitations: {
    invited: 1400,
    parts: [
      { parts: ['undeliverable'], people: 38 },
      { parts: ['notInGroup'], people: 14 },
      { parts: ['refused', 'withdrawn'], people: 91 },
      { parts: ['noAnswer'], people: 663 },
      { parts: ['answered'], people: 594 },
    ],
  },
  modes: [
    { modes: ['web'], people: 450, atLeast: false },
    { modes: ['paper', 'telephone'], people: 144, atLeast: false },
  ],
  periods: [
    { from: '2026-W07', to: '2026-W09', people: 320 },
    { from: '2026-W10', to: '2026-W10', people: 274 },
  ],
  reminders: [],
  places: null,
}

const linesOf = (account: ResponseAccount) =>
  accountFigure(account, context).rows.map((row) => [row.label, accountCountText(row, 'nl'), row.percent])

describe('from population to answers', () => {
  it('whom the invitation did not reach and who did not answer are taken off until the answers are left', () => {
    expect(linesOf({ answered: 594, frame, fieldwork: FIELDWORK })).toEqual([
      ['Uitgenodigd', '1.400', 100],
      ['Uitnodiging kwam niet aan', '−38', 3],
      ['Hoorde niet bij de groep', '−14', 1],
      ['Bereikt', '1.348', 96],
      ['Wilde niet meedoen of trok het antwoord terug', '−91', 7],
      ['Niets van gehoord', '−663', 47],
      ['Gaf antwoord', '594', 42],
      ['Op internet', '450', 76],
      ['Op papier of aan de telefoon', '144', 24],
      ['Week 7 tot en met 9', '320', 54],
      ['Week 10', '274', 46],
    ])
  })

  it('each bar of what is lost begins where the one above it ends, down to the answers', () => {
    const { rows } = accountFigure({ answered: 594, frame, fieldwork: FIELDWORK }, context)
    const lost = rows.filter(({ step }) => step === 'lost')
    expect(lost.map(({ from, to }) => [from, to])).toEqual([
      [1362, 1400],
      [1348, 1362],
      [1257, 1348],
      [594, 1257],
    ])
  })

  it('names the parts of its table', () => {
    const { rows } = figureToTable(accountFigure({ answered: 594, frame, fieldwork: FIELDWORK }, context))
    expect(rows.flatMap(({ section }) => section ?? [])).toEqual([
      'Zo gaven mensen antwoord',
      'Wanneer mensen antwoord gaven, in 2026',
    ])
  })

  it('who could not be told apart is not said to be reached', () => {
    const parts = [
      { parts: ['undeliverable', 'refused'], people: 12 },
      { parts: ['noAnswer'], people: 794 },
      { parts: ['answered'], people: 594 },
    ] as const
    const fieldwork = { ...FIELDWORK, invitations: { invited: 1400, parts } }
    const labels = linesOf({ answered: 594, frame, fieldwork }).map(([label]) => label)
    expect(labels).toContain('Uitnodiging kwam niet aan of wilde niet meedoen')
    expect(labels).not.toContain('Bereikt')
  })

  it('of letters without codes says how many came through, and not who answered of them', () => {
    const parts = [
      { parts: ['undeliverable'], people: 40 },
      { parts: ['noAnswer'], people: 960 },
    ] as const
    const fieldwork = { ...FIELDWORK, invitations: { invited: 1000, parts }, modes: [], periods: [] }
    expect(linesOf({ answered: 300, frame: null, fieldwork })).toEqual([
      ['Uitgenodigd', '1.000', 100],
      ['Uitnodiging kwam niet aan', '−40', 4],
      ['Bereikt', '960', 96],
      ['Gaf antwoord', '300', null],
    ])
  })

  it('answers beside the invitations make no rate of what is no part of them', () => {
    const lines = linesOf({ answered: 700, frame: null, fieldwork: { ...FIELDWORK, modes: [], periods: [] } })
    expect(lines.slice(-2)).toEqual([
      ['Antwoord na een uitnodiging', '594', 42],
      ['Gaf antwoord', '700', null],
    ])
  })

  it('letters to others than the list counts are left out', () => {
    const invitations = { invited: 1390, parts: FIELDWORK.invitations?.parts ?? [] }
    expect(linesOf({ answered: 594, frame, fieldwork: { ...FIELDWORK, invitations } }).slice(0, 2)).toEqual([
      ['Uitgenodigd', '1.400', 100],
      ['Gaf antwoord', '594', 42],
    ])
  })

  it('what is rounded down says so, and is a share of nothing', () => {
    const fieldwork = {
      ...FIELDWORK,
      invitations: null,
      modes: [{ modes: ['web'] as const, people: 340, atLeast: true }],
    }
    expect(linesOf({ answered: 594, frame: null, fieldwork })).toContainEqual(['Op internet', 'minstens 340', null])
  })
})

describe('sizes of groups that are known while nobody was invited', () => {
  const known: ResponseAccount = { answered: 594, frame: frame && { ...frame, invited: 0 } }
  const figure = accountFigure(known, context)

  it('stand beside the answers, without a rate and without invitations', () => {
    expect(figure.rows.map(({ step, count, percent }) => ({ step, count, percent }))).toEqual([
      { step: 'population', count: 1400, percent: null },
      { step: 'answered', count: 594, percent: null },
    ])
    expect(figureSentence(figure)).toBe('594 mensen gaven antwoord.')
    expect(figureToTable(figure).caption).toBe('Wie antwoord gaf')
  })

  it('and leave invitations that were counted otherwise as they are', () => {
    const counted = accountFigure({ ...known, fieldwork: FIELDWORK }, context)
    expect(counted.rows.find(({ step }) => step === 'invited')).toMatchObject({ count: 1400, percent: 100 })
    expect(counted.rows.find(({ step }) => step === 'answered')).toMatchObject({ percent: 42 })
  })
})
