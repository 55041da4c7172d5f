import type { Answers, Publication } from '@klankbord/model'
import { publish } from '@klankbord/reporting'
import { describe, expect, it } from 'vitest'
import { figureChanges } from '../../src/accountability/figure-changes.ts'
import { SOLVING } from '../solving.ts'
import { inputOf, people } from '../survey-builder.ts'

const published = (answers: readonly Answers[], questions: readonly string[] = ['quick']): Promise<Publication> =>
  publish(inputOf(answers, { plan: { questions, breakdowns: [{ variable: 'district' }] } }), SOLVING)

const FIRST = [...people(1, 40, 20), ...people(2, 30, 40)]

describe('between two editions of a wave', () => {
  it('figures have another value where people came', async () => {
    const later = await published([...FIRST, ...people(2, 20, 0)])
    // Who said yes, and how many there are: of everybody and of the district that they live in.
    expect(figureChanges(await published(FIRST), later)).toEqual({ changed: 4, appeared: 0, gone: 0 })
  })

  it('figures appear with a question, and go with it', async () => {
    const [few, many] = [await published(FIRST), await published(FIRST, ['quick', 'aids'])]
    const { changed, appeared, gone } = figureChanges(few, many)
    expect([changed, gone]).toEqual([0, 0])
    expect(appeared).toBeGreaterThan(3)
    expect(figureChanges(many, few)).toEqual({ changed: 0, appeared: 0, gone: appeared })
  })

  it('are counted where readers had the one before, and not between waves', async () => {
    const before = await published(FIRST)
    const input = inputOf([...FIRST, ...people(2, 20, 0)], { id: 'tweede', edition: 2, before })
    const same = await publish({ ...input, previous: [before] }, SOLVING)
    expect(same.changes?.figures?.changed).toBeGreaterThan(3)
    const other = await publish(input, SOLVING)
    expect(other.changes).not.toHaveProperty('figures')
  })
})
