import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, type FieldworkCounts, type PublishedFieldwork } from '@klankbord/model'
import { releaseFieldwork } from '@klankbord/disclosure'

const counts: FieldworkCounts = {
  invitations: {
    invited: 500,
    undeliverable: 20,
    notInGroup: 15,
    refused: 30,
    used: 190,
    open: 245,
    answered: 178,
    withdrawn: 12,
  },
  modes: { web: 150, paper: 28 },
  rounded: false,
  weeks: [
    { week: '2026-W10', responses: 60 },
    { week: '2026-W11', responses: 100 },
    { week: '2026-W12', responses: 18 },
  ],
  reminders: [{ week: '2026-W11', sent: 347 }],
  places: null,
}

type Invitations = NonNullable<FieldworkCounts['invitations']>
const invitedWith = (changes: Partial<Invitations>): FieldworkCounts => ({
  ...counts,
  invitations: counts.invitations && { ...counts.invitations, ...changes },
})

const told = (
  changed: Partial<FieldworkCounts> = {},
  earlier: readonly PublishedFieldwork[] = [],
  answered = 178,
): ReturnType<typeof releaseFieldwork> => releaseFieldwork({ ...counts, ...changed }, answered, DEFAULT_POLICY, earlier)

const rows = (fieldwork: PublishedFieldwork): Readonly<Record<string, number>> =>
  Object.fromEntries((fieldwork.invitations?.parts ?? []).map(({ parts, people }) => [parts.join('+'), people]))

describe('the account of a wave', () => {
  it('tells what became of everybody who was invited, and adds up', () => {
    const { fieldwork } = told()
    expect(rows(fieldwork)).toEqual({
      undeliverable: 20,
      notInGroup: 15,
      refused: 30,
      withdrawn: 12,
      noAnswer: 245,
      answered: 178,
    })
    expect(Object.values(rows(fieldwork)).reduce((sum, people) => sum + people, 0)).toBe(500)
    expect(fieldwork.modes.map(({ modes, people }) => [...modes, people])).toEqual([
      ['web', 150],
      ['paper', 28],
    ])
    expect(fieldwork.periods.map(({ people }) => people)).toEqual([60, 100, 18])
    expect(fieldwork.reminders).toEqual([{ week: '2026-W11', atLeast: 340 }])
  })

  it('takes two people on paper together with others', () => {
    expect(told({ modes: { web: 150, telephone: 26, paper: 2 } }).fieldwork.modes).toEqual([
      { modes: ['web'], people: 150, atLeast: false },
      { modes: ['telephone', 'paper'], people: 28, atLeast: false },
    ])
  })

  it('takes three people who withdrew together with those who refused', () => {
    expect(rows(releaseFieldwork(invitedWith({ withdrawn: 3, open: 254 }), 178, DEFAULT_POLICY, []).fieldwork)).toEqual(
      {
        undeliverable: 20,
        notInGroup: 15,
        noAnswer: 254,
        'refused+withdrawn': 33,
        answered: 178,
      },
    )
  })

  it('keeps apart who could not be reached, as long as they are enough', () => {
    const some = invitedWith({ undeliverable: 4, notInGroup: 9, open: 267 })
    expect(rows(releaseFieldwork(some, 178, DEFAULT_POLICY, []).fieldwork)['undeliverable+notInGroup']).toBe(13)
    const few = invitedWith({ undeliverable: 4, notInGroup: 0, open: 276 })
    expect(rows(releaseFieldwork(few, 178, DEFAULT_POLICY, []).fieldwork)['undeliverable+withdrawn']).toBe(16)
  })

  it('says nothing of invitations where nearly everybody answered', () => {
    const all = invitedWith({ invited: 182, undeliverable: 0, notInGroup: 0, refused: 1, withdrawn: 0, open: 3 })
    expect(releaseFieldwork(all, 178, DEFAULT_POLICY, []).fieldwork.invitations).toBeNull()
  })

  it('says nothing of them where a few answers came beside them', () => {
    expect(told({}, [], 180).fieldwork.invitations).toBeNull()
  })

  it('takes weeks together until each period has enough answers', () => {
    const weeks = [3, 9, 2, 60, 90, 10, 4].map((responses, at) => ({ week: `2026-W${10 + at}`, responses }))
    expect(told({ weeks }).fieldwork.periods).toEqual([
      { from: '2026-W10', to: '2026-W11', people: 12 },
      { from: '2026-W12', to: '2026-W13', people: 62 },
      { from: '2026-W14', to: '2026-W14', people: 90 },
      { from: '2026-W15', to: '2026-W16', people: 14 },
    ])
  })

  it('of an anonymous wave tells modes as at least so many, and nothing that leaves a few for the others', () => {
    const rounded = { rounded: true, modes: { web: 150, paper: 20, telephone: 0 } }
    expect(told(rounded, [], 178).fieldwork.modes).toEqual([{ modes: ['web'], people: 150, atLeast: true }])
    expect(told(rounded, [], 195).fieldwork.modes.map(({ people }) => people)).toEqual([150, 20])
  })

  it('tells what was counted at places, but no difference of a few people', () => {
    const places = { approached: 400, refused: 120, started: 100, finished: 90 }
    expect(told({ places }).fieldwork.places).toEqual(places)
    expect(told({ places: { ...places, finished: 97 } }).fieldwork.places).toBeNull()
    expect(told({ places: { ...places, refused: 3 } }).fieldwork.places).toMatchObject({
      approached: null,
      refused: null,
    })
  })
})

describe('the account of a later edition', () => {
  const first = told().fieldwork

  it('may say the same again, or that enough people came', () => {
    expect(told({}, [first]).heldBack).toEqual([])
    const more = { ...invitedWith({ used: 210, answered: 198, open: 225 }), modes: { web: 170, paper: 28 } }
    const weeks = [...counts.weeks, { week: '2026-W13', responses: 20 }]
    expect(releaseFieldwork({ ...more, weeks }, 198, DEFAULT_POLICY, [first]).heldBack).toEqual([])
  })

  it('does not tell that one person withdrew, in none of its margins', () => {
    const one = { ...invitedWith({ answered: 177, withdrawn: 13 }), modes: { web: 149, paper: 28 } }
    const weeks = counts.weeks.map(({ week, responses }) => ({ week, responses: week.endsWith('10') ? 59 : responses }))
    const { fieldwork, heldBack } = releaseFieldwork({ ...one, weeks }, 177, DEFAULT_POLICY, [first])
    expect(heldBack).toEqual(['invitations', 'modes', 'periods'])
    expect(fieldwork).toMatchObject({ invitations: null, modes: [], periods: [] })
  })

  it('does not take apart what the first took together', () => {
    const together = told({ modes: { web: 150, telephone: 26, paper: 2 } }).fieldwork
    const { heldBack } = told({ modes: { web: 150, telephone: 18, paper: 10 } }, [together])
    expect(heldBack).toContain('modes')
  })
})
