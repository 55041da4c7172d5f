import { describe, expect, it } from 'vitest'
import { publish, suggestedMerges } from '../src/index.ts'
import { SOLVING } from './solving.ts'
import { inputOf, people } from './survey-builder.ts'

describe('the merges that are suggested before publishing', () => {
  it('name the split and both groups, and bring what they promise', async () => {
    const responses = [...people(1, 30, 20), ...people(2, 4, 3), ...people(3, 5, 3)]
    const input = inputOf(responses)
    const [best] = await suggestedMerges(input, SOLVING)
    expect(best).toMatchObject({ by: 'district', label: { nl: 'Waar woont u?' } })
    expect(best?.groups.map(({ label }) => label['nl'])).toEqual(['Oost', 'West'])
    expect(best?.planned).toMatchObject({
      variable: 'district',
      merges: [{ label: { nl: 'Oost en West' }, of: [2, 3] }],
    })
    const merged = { ...input.plan, breakdowns: [best?.planned ?? { variable: 'none' }] }
    const [before, after] = [await publish(input, SOLVING), await publish({ ...input, plan: merged }, SOLVING)]
    const shown = ({ tables }: typeof before): number =>
      tables
        .flatMap(({ groups }) => groups)
        .flatMap((group) => (group.status === 'hidden' ? [] : group.cells))
        .filter(({ status }) => status === 'shown').length
    expect(shown(after) - shown(before)).toBe(best?.figures)
  })

  it('are none where everything is shown', async () => {
    const large = [...people(1, 30, 20), ...people(2, 40, 30), ...people(3, 25, 25)]
    expect(await suggestedMerges(inputOf(large), SOLVING)).toEqual([])
  })
})
