import { describe, expect, it } from 'vitest'
import { accountFigure, figureSentence, representationFigure } from '@klankbord/charts'
import { MISSING, samplePublication } from '@klankbord/testing/sample-publication'

const context = { language: 'nl', fallback: 'nl', leastGroup: 10 }
const { account } = samplePublication()
const missing = representationFigure(account, MISSING, context)

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

  it('names the neighbour for whose sake a group is hidden too', () => {
    const hidden = missing?.rows.flatMap((row) => (row.status === 'hidden' ? [row.why] : []))
    expect(hidden?.[1]).toBe('Ook niet te zien. Anders kunt u Buitengebied uitrekenen.')
  })

  it('says nothing without a frame', () => {
    expect(representationFigure({ answered: 594, frame: null }, MISSING, context)).toBeNull()
    const open = accountFigure({ answered: 594, frame: null }, context)
    expect(open.rows.map(({ step, percent }) => [step, percent])).toEqual([['answered', null]])
    expect(figureSentence(open)).toBe('594 mensen gaven antwoord.')
  })
})
