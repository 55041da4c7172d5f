import type { ReportPlan } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { publish, type PublishInput } from '@klankbord/reporting'
import { describe, expect, it } from 'vitest'
import { planSinceFixed } from '../../src/accountability/plan-since-fixed.ts'
import { SOLVING } from '../solving.ts'
import { inputOf, people } from '../survey-builder.ts'

const fixed = { hash: 'e'.repeat(64), fixedOn: '2026-03-01', beforeResults: true }
const PLAN: ReportPlan = {
  questions: ['quick', 'aids'],
  breakdowns: [{ variable: 'district' }],
  headline: 'quick',
}
const changed = (plan: ReportPlan): readonly string[] => planSinceFixed({ ...fixed, plan: PLAN }, plan).changedSince

describe('the plan that a publication was made by', () => {
  it('is the plan that was fixed, also where what is left out is written as empty', () => {
    expect(changed(PLAN)).toEqual([])
    expect(changed({ ...PLAN, crossings: [], audiences: [] })).toEqual([])
  })

  it.each<[string, Partial<ReportPlan>, readonly string[]]>([
    ['other questions', { questions: ['quick'] }, ['questions']],
    ['another breakdown', { breakdowns: [{ variable: 'age' }] }, ['breakdowns']],
    [
      'merged groups',
      { breakdowns: [{ variable: 'district', merges: [{ code: 9, label: {}, of: [1, 2] }] }] },
      ['merges'],
    ],
    ['another question in front', { headline: 'aids' }, ['headline']],
    ['other audiences', { audiences: [{ audience: 'clients' }] }, ['audiences']],
    ['something that plans got later', { colour: 'red' } as Partial<ReportPlan>, ['other']],
    ['several things', { questions: ['aids'], numbers: ['age'] }, ['questions', 'numbers']],
  ])('differs from it in %s', (_, change, parts) => {
    expect(changed({ ...PLAN, ...change })).toEqual(parts)
  })
})

describe('a publication tells of the plan that was fixed', () => {
  const published = (changes: Partial<PublishInput>): ReturnType<typeof publish> =>
    publish(inputOf([...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 30, 10)], changes), SOLVING)

  it('when that was, and that it was before anybody saw results', async () => {
    const publication = await published({ plan: PLAN, fixed: { ...fixed, plan: PLAN } })
    expect(reopen(JSON.parse(JSON.stringify(publication))).plan).toEqual({ ...fixed, changedSince: [] })
    expect(publication.methods?.[0]).toEqual({ code: 'planFixedBefore', details: { date: '2026-03-01' } })
  })

  it('and not so where somebody may have seen them', async () => {
    const publication = await published({ plan: PLAN, fixed: { ...fixed, beforeResults: false, plan: PLAN } })
    expect(publication.methods?.[0]?.code).toBe('planFixed')
  })

  it('and in what it was changed since', async () => {
    const plan = { ...PLAN, questions: ['quick'] }
    const publication = await published({ plan, fixed: { ...fixed, plan: PLAN } })
    const details = { date: '2026-03-01', parts: ['questions'] }
    expect(publication.methods?.[0]).toEqual({ code: 'planChanged', details })
  })

  it('and nothing where none was', async () => {
    const publication = await published({ plan: PLAN })
    expect([publication.plan, publication.methods?.[0]?.code]).toEqual([undefined, 'collected'])
  })
})
