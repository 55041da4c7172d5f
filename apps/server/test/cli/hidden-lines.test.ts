import { changedPublication, samplePublication } from '@klankbord/testing/sample-publication'
import { describe, expect, it } from 'vitest'
import { hiddenLines } from '../../src/cli/publication/hidden-lines.ts'

const counted = samplePublication()
const weighted = changedPublication(counted, {
  recipe: { ...counted.recipe, weights: { by: ['district'], labels: {}, method: 'postStratification' } },
})

describe('what a rehearsal prints of what is hidden', () => {
  it('names the weights as a reason only where shares are weighted', () => {
    const OTHERS = 'another hidden figure could be worked out from it'
    expect(hiddenLines(counted).join('\n')).toContain(`: ${OTHERS}`)
    expect(hiddenLines(counted).join('\n')).not.toContain('weights')
    const lines = hiddenLines(weighted).join('\n')
    expect(lines).toContain('what few people answered could be worked out from it, with the weights or with another')
    expect(lines).not.toContain(`: ${OTHERS}`)
  })

  it('does not say that there is nothing to check where something is hidden', () => {
    const { disclosure } = counted
    const unmeasured = changedPublication(counted, { disclosure: { ...disclosure, audited: 0, narrowest: null } })
    expect(hiddenLines(unmeasured).at(-1)).toBe(
      'What is hidden has no shown figures beside it from which it could be worked out.',
    )
    const nothing = { ...disclosure, audited: 0, narrowest: null, hidden: {} }
    expect(hiddenLines(changedPublication(counted, { disclosure: nothing })).at(-1)).toBe('No hidden figure to check.')
  })
})
