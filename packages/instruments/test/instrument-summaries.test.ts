import { describe, expect, it } from 'vitest'
import { INSTRUMENTS, instrumentSummaries } from '../src/index.ts'

describe('somebody who looks for a questionnaire to begin with', () => {
  it('finds every instrument once, in the order in which they are offered', () => {
    expect(instrumentSummaries().map(({ id }) => id)).toEqual(INSTRUMENTS.map(({ id }) => id))
  })

  it('finds those of one group together', () => {
    const groups = instrumentSummaries().map(({ group }) => group)
    const turns = groups.filter((group, place) => group !== groups[place - 1])
    expect(turns).toEqual(['clients', 'around', 'oneSubject', 'short'])
  })

  it('reads how long each is, in which languages, and what it is not for', () => {
    const [wmo, youth] = instrumentSummaries()
    expect(wmo).toMatchObject({ questions: 15, allQuestions: 16, rights: 'own' })
    expect(wmo?.languages).toEqual(expect.arrayContaining(['nl', 'en']))
    expect(wmo?.minutes).toBeGreaterThan(5)
    expect(youth?.limits.map(({ never }) => never)).toEqual(['perInstitution', 'purchasing'])
    expect(youth?.limits[0]?.reason['nl']).toMatch(/gemeente/)
    for (const { questions, allQuestions, notFor } of instrumentSummaries()) {
      expect(questions).toBeLessThanOrEqual(allQuestions)
      expect(notFor['nl']).toMatch(/\.$/)
    }
  })
})
