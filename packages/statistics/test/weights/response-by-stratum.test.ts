import { describe, expect, it } from 'vitest'
import { responseByStratum } from '@klankbord/statistics'

const RULE = { leastDifference: 0.05, leastGroup: 10 }

describe('who answered, and who is missing', () => {
  const groups = [
    { stratum: 'Noord', asked: 210, unreachable: 10, answered: 30 },
    { stratum: 'Zuid', asked: 300, answered: 120 },
    { stratum: 'Oost', asked: 290, answered: 96 },
    { stratum: 'Buiten', asked: 6, answered: 0 },
  ]

  it('is told of each group beside all others', () => {
    const { strata, rate } = responseByStratum(groups, RULE)
    expect(rate).toBe(246 / 796)
    expect(strata.map(({ verdict }) => verdict)).toEqual(['lower', 'higher', 'noClearDifference', 'tooFewToSay'])
    expect(strata[0]).toMatchObject({ rate: 0.15, shareOfReached: 200 / 796, shareOfAnswers: 30 / 246 })
    expect(strata[0]?.missing).toBeCloseTo((200 * 246) / 796 - 30, 12)
    expect(strata.reduce((sum, { missing }) => sum + missing, 0)).toBeCloseTo(0, 9)
  })

  it('is summed up as 1 when all groups answer alike, and as less otherwise', () => {
    const alike = responseByStratum(
      [
        { stratum: 'a', asked: 100, answered: 40 },
        { stratum: 'b', asked: 50, answered: 20 },
      ],
      RULE,
    )
    expect(alike.representativity).toBe(1)
    expect(Number(responseByStratum(groups, RULE).representativity)).toBeCloseTo(0.796209693212, 9)
  })

  it('is not computed of nobody, and refuses more answers than people', () => {
    const none = { notComputed: 'noAnswers' }
    expect(responseByStratum([], RULE)).toEqual({ strata: [], rate: none, representativity: none })
    const gone = responseByStratum([{ stratum: 'a', asked: 3, unreachable: 3, answered: 0 }], RULE)
    expect(gone.strata[0]).toMatchObject({ rate: none, missing: 0, verdict: 'tooFewToSay' })
    expect(() => responseByStratum([{ stratum: 'a', asked: 3, unreachable: 1, answered: 3 }], RULE)).toThrow('4')
    expect(() => responseByStratum([{ stratum: 'a', asked: 3, answered: -1 }], RULE)).toThrow('-1')
  })
})
