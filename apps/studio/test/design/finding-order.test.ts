import { finding } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { findingCounts, inSolvingOrder } from '../../src/design/finding-order.ts'

const hint = finding('emptyPage', '/pages/0', { element: 'page p1' }, { severity: 'hint' })
const early = finding('emptyPage', '/pages/2', { element: 'page p3' })
const late = finding('emptyPage', '/pages/10', { element: 'page p11' })

describe('somebody who goes through the findings', () => {
  it('first gets what blocks, in the order of the text, then the advice', () => {
    const lines = new Map([
      [hint, 1],
      [early, 7],
      [late, 60],
    ])
    expect(inSolvingOrder([hint, late, early], (found) => lines.get(found as typeof hint) ?? 0)).toEqual([
      early,
      late,
      hint,
    ])
  })

  it('reads how many there are of each', () => {
    expect(findingCounts([hint, late, early])).toEqual({ blocking: 2, hints: 1 })
    expect(findingCounts([])).toEqual({ blocking: 0, hints: 0 })
  })
})
