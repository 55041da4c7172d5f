import { NO_PLAN, type WaveSummary } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { changedPlan, chosenPlan, limitMayChange, touchedPlan } from '../../src/fieldwork/changed-plan.ts'

const round = (plan: Partial<WaveSummary['plan']> = {}): Pick<WaveSummary, 'mode' | 'begun' | 'plan'> => ({
  mode: 'open',
  begun: true,
  plan: { ...NO_PLAN, ...plan },
})

describe('somebody who changes the languages and the limit of a round that is there', () => {
  it('begins with what was planned, and asks for nothing while it stays so', () => {
    const planned = round({ languages: ['nl', 'ar'], quotas: { total: 200 } })
    expect(chosenPlan(planned)).toMatchObject({ languages: ['nl', 'ar'], limit: '200' })
    for (const wave of [planned, round()]) {
      expect(touchedPlan(wave, chosenPlan(wave))).toEqual({})
      expect(changedPlan(wave, chosenPlan(wave))).toEqual({})
    }
  })

  it('asks only for what changed, and takes back what was emptied', () => {
    const planned = round({ languages: ['nl', 'ar'], quotas: { total: 200 } })
    expect(changedPlan(planned, { ...chosenPlan(planned), limit: '250' })).toEqual({ quotas: { total: 250 } })
    expect(changedPlan(planned, { ...chosenPlan(planned), limit: '' })).toEqual({ quotas: null })
    expect(changedPlan(planned, { ...chosenPlan(planned), languages: null })).toEqual({ languages: null })
    expect(changedPlan(round(), { ...chosenPlan(round()), languages: ['nl'] })).toEqual({ languages: ['nl'] })
  })

  it('leaves what a colleague changes while the form is open, and shows it', () => {
    const opened = round({ languages: ['nl', 'ar'], quotas: { total: 200 } })
    const touched = touchedPlan(opened, { ...chosenPlan(opened), limit: '250' })
    expect(touched).toEqual({ limit: '250' })
    const polled = round({ languages: ['nl'], quotas: { total: 220 } })
    expect(chosenPlan(polled, touched)).toMatchObject({ languages: ['nl'], limit: '250' })
    expect(changedPlan(polled, touched)).toEqual({ quotas: { total: 250 } })
    expect(changedPlan(polled, {})).toEqual({})
  })

  it('leaves the limits for each group that a colleague set, whatever was typed before', () => {
    const by = { variable: 'area', position: 1, most: { '1': 60 } }
    const polled = round({ quotas: { total: 200, by } })
    expect(changedPlan(polled, { limit: '250' })).toEqual({})
    expect(changedPlan(polled, { limit: '', languages: ['nl'] })).toEqual({ languages: ['nl'] })
    expect(changedPlan({ ...round(), mode: 'codeAnonymous' }, { limit: '250' })).toEqual({})
  })

  it('finds no limit to change where it is fixed, or where there is one for each group', () => {
    expect(limitMayChange(round())).toBe(true)
    expect(limitMayChange({ ...round(), mode: 'codeAnonymous' })).toBe(false)
    expect(limitMayChange({ ...round(), mode: 'codeAnonymous', begun: false })).toBe(true)
    const by = { variable: 'area', position: 1, most: { '1': 60 } }
    expect(limitMayChange(round({ quotas: { total: 200, by } }))).toBe(false)
  })
})
