import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { accountFigure, figureSentence, representationFigure, representationVerdict } from '@klankbord/charts'
import { AGE, DISTRICT, samplePublication, TABLES, wilson } from '@klankbord/testing/sample-publication'

const context = { language: 'nl', fallback: 'nl', leastGroup: 10 }
const { account } = samplePublication()
const missing = representationFigure(account, TABLES, [DISTRICT, AGE], context)

describe('who is missing', () => {
  it('finds the group that gave fewer answers than chance allows', () => {
    if (!missing) throw new Error('expected a figure')
    expect(figureSentence(missing)).toBe('Te weinig gehoord: 18 tot en met 44 jaar.')
    const row = missing.rows.find(({ label }) => label === '18 tot en met 44 jaar')
    expect(row).toMatchObject({ verdict: 'under', rate: 26, population: { percent: 16 }, answers: { percent: 10 } })
  })

  it('keeps a hidden group hidden', () => {
    expect(missing?.rows[0]).toMatchObject({ label: 'Buitengebied', status: 'hidden' })
  })

  it('says nothing without a frame', () => {
    expect(representationFigure({ answered: 594, frame: null }, TABLES, [AGE], context)).toBeNull()
    const open = accountFigure({ answered: 594, frame: null }, context)
    expect(open.rows.map(({ step, percent }) => [step, percent])).toEqual([['answered', null]])
    expect(figureSentence(open)).toBe('594 mensen gaven antwoord.')
  })

  it('agrees with the interval that the notes ask for', () => {
    const sizes = fc.record({
      people: fc.integer({ min: 20, max: 700 }),
      answers: fc.integer({ min: 100, max: 900 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(sizes, ({ people, answers, part }) => {
        const count = Math.round(part * Math.min(people, answers))
        const expected = people / 1400
        const { share, high } = wilson(count, answers)
        fc.pre(Math.abs(high - expected) > 1e-9)
        const under = high < expected && share / expected < 0.8
        expect(representationVerdict(count, answers, people, 1400) === 'under').toBe(under)
      }),
      { seed: 7, numRuns: 400 * inject('sampleFactor') },
    )
  })
})
