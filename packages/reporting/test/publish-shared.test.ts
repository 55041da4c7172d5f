import { reopen } from '@klankbord/disclosure'
import { publishShared, type SharedPublications } from '@klankbord/reporting'
import type { Answers, Publication } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { SOLVING } from './solving.ts'
import { inputOf, people } from './survey-builder.ts'

const PARTS = { variable: 'district', parts: [1, 2].map((code) => ({ id: `part-${code}`, code })) }
const PLAN = { questions: ['quick', 'aids'], breakdowns: [], headline: 'quick' }

const published = (responses: readonly Answers[]): Promise<SharedPublications> =>
  publishShared(inputOf(responses, { plan: PLAN }), PARTS, SOLVING)

const everybody = (publication: Publication | undefined, question: string): number | null => {
  const group = publication?.tables.find(({ id }) => id === question)?.groups[0]
  return group === undefined || group.status === 'hidden' ? null : group.base.total
}

describe('a study that councils share', () => {
  it('gives each the total and its own, and nobody a breakdown by council', async () => {
    const { total, parts } = await published([...people(1, 20, 15), ...people(2, 18, 22)])
    expect([...parts.keys()]).toEqual(['part-1', 'part-2'])
    expect([everybody(total, 'quick'), ...[...parts.values()].map((one) => everybody(one, 'quick'))]).toEqual([
      75, 35, 40,
    ])
    for (const publication of [total, ...parts.values()]) {
      expect(publication.tables.filter(({ by }) => by !== null)).toEqual([])
      expect(publication.breakdowns).toEqual([])
      expect(reopen(JSON.parse(JSON.stringify(publication))).hash).toBe(publication.hash)
    }
    expect(parts.get('part-1')?.account.answered).toBe(35)
  })

  it('keeps the breakdown by council out of the total also where the plan asks for it', async () => {
    const plan = { ...PLAN, breakdowns: [{ variable: 'district' }] }
    const { total } = await publishShared(
      inputOf([...people(1, 20, 15), ...people(2, 18, 22)], { plan }),
      PARTS,
      SOLVING,
    )
    expect(total.tables.filter(({ by }) => by !== null)).toEqual([])
  })

  it('shows no part to who could take it from the total and have a small other one left', async () => {
    const { parts } = await published([...people(1, 30, 30), ...people(2, 2, 2)])
    expect(parts.size).toBe(0)
  })

  it('leaves nobody of no part alone either: total minus all parts is nobody, or enough people', async () => {
    for (let few = 0; few <= 12; few += 1) {
      const all = [...people(1, 20, 15), ...people(2, 18, 22), ...people(3, few, 0)]
      const { total, parts } = await published(all)
      for (const question of PLAN.questions) {
        const shown = PARTS.parts.map(({ id }) => everybody(parts.get(id), question))
        if (shown.every((one) => one === null)) continue
        const left = shown.reduce<number>((rest, one) => rest - (one ?? 0), everybody(total, question) ?? 0)
        expect([few, question, left === 0 || left >= 10]).toEqual([few, question, true])
      }
    }
  })
})
