import { describe, expect, it } from 'vitest'
import { mergedBreakdown } from '../src/merged-breakdown.ts'

const group = (code: number, nl: string) => ({ code, label: { nl }, population: null })

describe('a breakdown with two groups as one', () => {
  it('takes codes together, also those that were together already', () => {
    const once = mergedBreakdown({ variable: 'wijk' }, { by: 'wijk', groups: [group(2, 'Oost'), group(3, 'West')] })
    expect(once).toEqual({ variable: 'wijk', merges: [{ code: 2, label: { nl: 'Oost en West' }, of: [2, 3] }] })
    const groups = [group(1, 'Noord'), group(2, 'Oost en West')] as const
    expect(once && mergedBreakdown(once, { by: 'wijk', groups })).toMatchObject({
      merges: [{ code: 1, of: [1, 2, 3] }],
    })
  })

  it('makes one band of two that meet, and none of two with a gap between them', () => {
    const [young, middle, old] = [
      { code: 1, label: { nl: 'tot 45' }, to: 45 },
      { code: 2, label: { nl: '45 tot 65' }, from: 45, to: 65 },
      { code: 3, label: { nl: 'vanaf 70' }, from: 70 },
    ] as const
    const bands = [young, middle, old]
    const merged = (one: number, other: number) =>
      mergedBreakdown({ variable: 'leeftijd', bands }, { by: 'leeftijd', groups: [group(one, 'a'), group(other, 'b')] })
    expect(merged(1, 2)).toEqual({ variable: 'leeftijd', bands: [{ code: 1, label: { nl: 'a en b' }, to: 65 }, old] })
    expect(merged(2, 3)).toBeNull()
  })
})
