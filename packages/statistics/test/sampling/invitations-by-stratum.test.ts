import { invitationsByStratum, invitationsNeeded, stratifiedMargin } from '@klankbord/statistics'
import { describe, expect, it } from 'vitest'

const strata = { Noord: 3000, Oost: 900, West: 40 }
const wish = { strata, margin: 0.05, expectedResponse: 0.4, least: 10 }
const rowOf = (plan: ReturnType<typeof invitationsByStratum>, name: string) =>
  plan.strata.find(({ stratum }) => stratum === name)

describe('somebody plans a round by district', () => {
  it('gets the answers in proportion, and more for a district that would not be shown', () => {
    const plan = invitationsByStratum(wish)
    // 351 of 3940: 267.3, 80.2 and 3.6; the largest remainder gives the last to West, which then is raised to ten.
    expect(plan.strata.map(({ stratum, needed }) => [stratum, needed])).toEqual([
      ['Noord', 267],
      ['Oost', 80],
      ['West', 10],
    ])
    expect(plan.strata.map(({ invite }) => invite)).toEqual([668, 200, 25])
    expect(plan).toMatchObject({ needed: 357, invite: 893, everyone: false, expectedAnswers: 357 })
    expect(plan.margin).toBeLessThanOrEqual(0.05)
    expect(plan.reachableMargin).toBeLessThan(plan.margin ?? 0)
  })

  it('reads what each district would need to be spoken of by itself', () => {
    const plan = invitationsByStratum(wish)
    expect(rowOf(plan, 'Oost')?.byItself).toEqual(
      invitationsNeeded({ population: 900, margin: 0.05, expectedResponse: 0.4 }),
    )
    expect(rowOf(plan, 'West')?.byItself).toMatchObject({ needed: 37, invite: 40, everyone: true, expectedAnswers: 16 })
  })

  it('is told which district stays too small even when everybody in it is invited', () => {
    const plan = invitationsByStratum({ ...wish, strata: { ...strata, Haven: 20 } })
    expect(rowOf(plan, 'Haven')).toMatchObject({ invite: 20, everyone: true, expectedAnswers: 8, tooSmall: true })
    expect(rowOf(plan, 'West')?.tooSmall).toBe(false)
  })

  it('can expect another response of each district', () => {
    const plan = invitationsByStratum({ ...wish, expectedResponse: { Noord: 0.5, Oost: 0.25, West: 0.4 } })
    expect(plan.strata.map(({ invite }) => invite)).toEqual([534, 320, 25])
    expect(() => invitationsByStratum({ ...wish, expectedResponse: { Noord: 0.5 } })).toThrow(
      'nothing is said about stratum Oost',
    )
  })

  it('has no margin for everybody when a district brings no answer at all', () => {
    const plan = invitationsByStratum({ ...wish, strata: { Noord: 3000, Hoek: 1 }, least: 0 })
    expect(plan.margin).toBeNull()
    expect(rowOf(plan, 'Hoek')?.margin).toBeNull()
  })

  it('gets the same margin for one district as for a town', () => {
    const one = invitationsByStratum({ strata: { Noord: 500 }, margin: 0.05, expectedResponse: 0.35 })
    const town = invitationsNeeded({ population: 500, margin: 0.05, expectedResponse: 0.35 })
    expect(one.reachableMargin).toBe(town.reachableMargin)
    // By hand: 1.959964 · √(0.25 · (0.5²/50 · 50/99 + 0.5²/50 · 50/99)).
    const halves = [
      { population: 100, answers: 50 },
      { population: 100, answers: 50 },
    ]
    expect(stratifiedMargin(halves, {})).toBeCloseTo(0.069644, 6)
  })
})
