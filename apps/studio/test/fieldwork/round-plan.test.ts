import { NO_PLAN } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { AT_ONCE, plannedFields, planSentence, roundStanding } from '../../src/fieldwork/round-plan.ts'

describe('somebody who opens a round', () => {
  it('asks for no days when none are chosen, and for those that are', () => {
    expect(plannedFields(AT_ONCE)).toEqual({})
    expect(plannedFields({ ...AT_ONCE, closes: '2027-03-31' })).toEqual({ closesOn: '2027-03-31' })
    expect(plannedFields({ ...AT_ONCE, results: '2027-07-01' })).toEqual({ resultsFrom: '2027-07-01' })
  })

  it('offers paper and talks besides online', () => {
    expect(plannedFields({ ...AT_ONCE, besides: ['paper', 'interviewer'] })).toEqual({
      channels: ['web', 'paper', 'interviewer'],
    })
  })

  it('asks in some of the languages, and takes so many answers at most', () => {
    expect(plannedFields({ ...AT_ONCE, languages: ['nl', 'ar'], limit: '200' })).toEqual({
      languages: ['nl', 'ar'],
      quotas: { total: 200 },
    })
  })

  it('tries out without days of its own, whatever was chosen before', () => {
    expect(
      plannedFields({ ...AT_ONCE, opens: '2027-03-01', closes: '2027-03-31', results: '2027-07-01', tryOut: true }),
    ).toEqual({
      tryOutDays: 14,
    })
  })
})

describe('what is said of a round', () => {
  const round = { begun: true, erasesOn: null, plan: NO_PLAN, state: 'open' } as const

  it('is the day that comes next, and nothing where none was set', () => {
    const plan = { ...NO_PLAN, opensOn: '2027-03-01', closesOn: '2027-03-31' }
    expect(planSentence({ ...round, begun: false, plan })).toEqual({ key: 'roundBegins', date: '2027-03-01' })
    expect(planSentence({ ...round, plan })).toEqual({ key: 'roundCloses', date: '2027-03-31' })
    expect(planSentence({ ...round, plan, state: 'closed' })).toBeNull()
    expect(planSentence(round)).toBeNull()
  })

  it('in the list is whether it is tried out, has not begun, is open or closed', () => {
    const plan = { ...NO_PLAN, opensOn: '2027-03-01' }
    expect(roundStanding({ ...round, erasesOn: '2027-03-15' })).toBe('tryOut')
    expect(roundStanding({ ...round, begun: false, plan })).toBe('before')
    expect(roundStanding({ ...round, plan })).toBe('open')
    expect(roundStanding({ ...round, begun: false, plan, state: 'closed' })).toBe('closed')
  })

  it('is above all that it is a try-out', () => {
    expect(planSentence({ ...round, erasesOn: '2027-03-15' })).toEqual({ key: 'roundTriesOut', date: '2027-03-15' })
  })
})
