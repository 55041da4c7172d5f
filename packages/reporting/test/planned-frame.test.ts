import type { Frame } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { plannedFrame } from '../src/planned-frame.ts'

const FRAME: Frame = {
  population: 1300,
  invited: 1300,
  source: { nl: 'Lijst' },
  strata: { district: { 1: 600, 2: 400, 3: 300 }, age: { 1: 1300 } },
}
const strata = (...breakdowns: Parameters<typeof plannedFrame>[1]): Frame['strata'] | undefined =>
  plannedFrame(FRAME, breakdowns)?.strata
const label = { nl: 'Samen' }

describe('the sizes of groups as a plan has them', () => {
  it('are added up where groups are taken together, also under a code that was one of theirs', () => {
    const merged = { variable: 'district', merges: [{ code: 9, label, of: [1, 2] }] }
    expect(strata(merged)).toEqual({ district: { 3: 300, 9: 1000 }, age: { 1: 1300 } })
    expect(strata({ variable: 'district', merges: [{ code: 1, label, of: [1, 3] }] })).toMatchObject({
      district: { 1: 900, 2: 400 },
    })
  })

  it('stand under the name that a second breakdown has, beside those of the first', () => {
    const side = { variable: 'district', as: 'side', merges: [{ code: 9, label, of: [2, 3] }] }
    expect(strata({ variable: 'district', within: 'side' }, side)).toMatchObject({
      district: { 1: 600, 2: 400, 3: 300 },
      side: { 1: 600, 9: 700 },
    })
  })

  it('are unknown of a merge with a group of unknown size, and not that of one of its groups', () => {
    expect(strata({ variable: 'district', merges: [{ code: 1, label, of: [1, 4] }] })?.['district']).toEqual({
      2: 400,
      3: 300,
    })
  })

  it('are as they were where nothing is known or nothing merged', () => {
    expect(plannedFrame(null, [{ variable: 'district' }])).toBeNull()
    expect(strata({ variable: 'district' }, { variable: 'quick' })).toEqual(FRAME.strata)
  })
})
