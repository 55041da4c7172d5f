import fc from 'fast-check'
import { isProblem } from '@klankbord/model'
import { invitationsNeeded, marginOfError, sampleSize } from '@klankbord/statistics'
import { describe, expect, inject, it } from 'vitest'

const runs = { seed: 6, numRuns: 300 * inject('sampleFactor') }
const wanted = fc.record({
  population: fc.integer({ min: 1, max: 200_000 }),
  margin: fc.double({ min: 0.005, max: 0.4, noNaN: true }),
  level: fc.constantFrom(0.8, 0.9, 0.95, 0.99),
  share: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
})

function codeOf(run: () => unknown): string {
  try {
    run()
    return 'nothing thrown'
  } catch (error) {
    return isProblem(error) ? error.code : 'another error'
  }
}

describe('somebody plans a round for a margin of five points', () => {
  // Answers needed at 95 %, and invitations at 35 % response: the values of the domain research, section 1.
  it.each([
    [100, 80, 229],
    [250, 152, 435],
    [441, 206, 589],
    [500, 218, 623],
    [1000, 278, 795],
    [2000, 323, 923],
    // 357 / 0.35 is exactly 1020; in floating point it is a bit more, and rounding that up gives one letter too many.
    [5000, 357, 1020],
    [10_000, 370, 1058],
  ])(
    'among %i people: %i answers, and %i invitations where there are so many people',
    (population, answers, letters) => {
      expect(sampleSize({ population, margin: 0.05 })).toBe(answers)
      const plan = invitationsNeeded({ population, margin: 0.05, expectedResponse: 0.35 })
      expect(plan.needed).toBe(answers)
      expect(plan.invite).toBe(Math.min(letters, population))
      expect(plan.everyone).toBe(letters >= population)
    },
  )

  it('and is told to invite everybody in a town with fewer than about 715 clients, and which margin that gives', () => {
    const everybody = (population: number): boolean =>
      invitationsNeeded({ population, margin: 0.05, expectedResponse: 0.35 }).everyone
    expect(Array.from({ length: 700 }, (_, index) => everybody(index + 10)).every(Boolean)).toBe(true)
    expect(everybody(720)).toBe(false)
    const plan = invitationsNeeded({ population: 500, margin: 0.05, expectedResponse: 0.35 })
    expect(plan).toMatchObject({ invite: 500, everyone: true, expectedAnswers: 175 })
    // 1.959964 · √(0.25 / 175 · 325 / 499), by hand.
    expect(plan.reachableMargin).toBeCloseTo(0.059785, 6)
  })

  it('and of a large town hears how much narrower it could be', () => {
    const plan = invitationsNeeded({ population: 5000, margin: 0.05, expectedResponse: 0.35 })
    expect(plan.reachableMargin).toBeLessThan(0.05)
  })

  it('where nobody is expected to answer there is no margin', () => {
    const plan = invitationsNeeded({ population: 2, margin: 0.05, expectedResponse: 0.35 })
    expect(plan).toEqual({ needed: 2, invite: 2, everyone: true, expectedAnswers: 0, reachableMargin: null })
  })

  it('where everybody answers there is no chance left', () => {
    expect(marginOfError({ population: 40, answers: 40 })).toBe(0)
    expect(marginOfError({ population: 1, answers: 1 })).toBe(0)
    expect(sampleSize({ population: 1, margin: 0.05 })).toBe(1)
  })

  it('needs fewer answers for a share that is known to be small', () => {
    expect(sampleSize({ population: 10_000, margin: 0.05, share: 0.1 })).toBeLessThan(370)
  })
})

describe('the size of a sample', () => {
  it('is the smallest that reaches the margin', () => {
    fc.assert(
      fc.property(wanted, (wish) => {
        const answers = sampleSize(wish)
        expect(answers).toBeGreaterThanOrEqual(1)
        expect(answers).toBeLessThanOrEqual(wish.population)
        expect(marginOfError({ ...wish, answers })).toBeLessThanOrEqual(wish.margin * (1 + 1e-9))
        const withOneLess = answers === 1 ? Infinity : marginOfError({ ...wish, answers: answers - 1 })
        expect(withOneLess).toBeGreaterThan(wish.margin * (1 - 1e-9))
      }),
      runs,
    )
  })

  it('comes with as few invitations as are expected to bring it, and never with more than there are people', () => {
    fc.assert(
      fc.property(wanted, fc.integer({ min: 1, max: 100 }), (wish, percent) => {
        const plan = invitationsNeeded({ ...wish, expectedResponse: percent / 100 })
        expect(plan.everyone).toBe(plan.invite === wish.population)
        // In whole numbers, where nothing is rounded.
        const enough = (people: number): boolean => people * percent >= plan.needed * 100
        expect(plan.everyone || enough(plan.invite)).toBe(true)
        expect(enough(plan.invite - 1)).toBe(false)
        expect(plan.expectedAnswers).toBe(Math.floor((plan.invite * percent) / 100))
      }),
      runs,
    )
  })

  it('cannot be worked out from what is no margin, no share or no number of people', () => {
    expect(codeOf(() => sampleSize({ population: 100, margin: 5 }))).toBe('fractionOutOfRange')
    expect(codeOf(() => sampleSize({ population: 100, margin: 0 }))).toBe('fractionOutOfRange')
    expect(codeOf(() => sampleSize({ population: 100, margin: 0.05, share: 1 }))).toBe('fractionOutOfRange')
    expect(codeOf(() => sampleSize({ population: 100, margin: 0.05, level: 95 }))).toBe('levelOutOfRange')
    expect(codeOf(() => sampleSize({ population: 0, margin: 0.05 }))).toBe('peopleNotCountable')
    expect(codeOf(() => sampleSize({ population: 10.5, margin: 0.05 }))).toBe('peopleNotCountable')
    expect(codeOf(() => marginOfError({ population: 10, answers: 11 }))).toBe('populationTooSmall')
    expect(codeOf(() => invitationsNeeded({ population: 100, margin: 0.05, expectedResponse: 0 }))).toBe(
      'fractionOutOfRange',
    )
    expect(codeOf(() => invitationsNeeded({ population: 100, margin: 0.05, expectedResponse: 35 }))).toBe(
      'fractionOutOfRange',
    )
  })
})
