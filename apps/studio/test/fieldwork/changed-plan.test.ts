import { NO_PLAN, type WaveSummary } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { changedPlan, chosenPlan, limitMayChange } from '../../src/fieldwork/changed-plan.ts'

const round = (plan: Partial<WaveSummary['plan']> = {}): Pick<WaveSummary, 'mode' | 'begun' | 'plan'> => ({
  mode: 'open',
  begun: true,
  plan: { ...NO_PLAN, ...plan },
})

describe('somebody who changes the languages and the limit of a round that is there', () => {
  it('begins with what was planned, and asks for nothing while it stays so', () => {
    const planned = round({ languages: ['nl', 'ar'], quotas: { total: 200 } })
    expect(chosenPlan(planned)).toMatchObject({ languages: ['nl', 'ar'], limit: '200' })
    expect(changedPlan(planned, chosenPlan(planned))).toEqual({})
    expect(changedPlan(round(), chosenPlan(round()))).toEqual({})
  })

  it('asks only for what changed, and takes back what was emptied', () => {
    const planned = round({ languages: ['nl', 'ar'], quotas: { total: 200 } })
    expect(changedPlan(planned, { ...chosenPlan(planned), limit: '250' })).toEqual({ quotas: { total: 250 } })
    expect(changedPlan(planned, { ...chosenPlan(planned), limit: '' })).toEqual({ quotas: null })
    expect(changedPlan(planned, { ...chosenPlan(planned), languages: null })).toEqual({ languages: null })
    expect(changedPlan(round(), { ...chosenPlan(round()), languages: ['nl'] })).toEqual({ languages: ['nl'] })
  })

  it('finds no limit to change where it is fixed, or where there is one for each group', () => {
    expect(limitMayChange(round())).toBe(true)
    expect(limitMayChange({ ...round(), mode: 'codeAnonymous' })).toBe(false)
    expect(limitMayChange({ ...round(), mode: 'codeAnonymous', begun: false })).toBe(true)
    const by = { variable: 'area', position: 1, most: { '1': 60 } }
    expect(limitMayChange(round({ quotas: { total: 200, by } }))).toBe(false)
  })
})
