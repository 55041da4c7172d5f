import type { RepresentedGroup } from '@klankbord/model'
import { describe, expect, inject, it } from 'vitest'
import { representedGroups } from '@klankbord/disclosure'
import { seededRandom } from '@klankbord/testing'
import {
  changedPublication,
  AGES,
  changedTable,
  MISSING,
  samplePublication,
  TABLES,
  wilson,
} from '@klankbord/testing/sample-publication'
import { reportContent } from '../src/report-content.ts'

describe('who is missing', () => {
  it('is told by each breakdown of which the frame knows the sizes', () => {
    const told = representedGroups(samplePublication())
    expect(told.map(({ variable, answers }) => ({ variable, answers }))).toEqual(
      MISSING.map(({ variable, answers }) => ({ variable, answers })),
    )
    const plain = (groups: readonly RepresentedGroup[]) =>
      groups.map((group) =>
        group.status === 'hidden'
          ? [group.code, group.people, group.reason]
          : [group.code, group.people, group.answers, group.verdict, group.low.toFixed(6), group.high.toFixed(6)],
      )
    expect(told.map(({ groups }) => plain(groups))).toEqual(MISSING.map(({ groups }) => plain(groups)))
  })

  it('calls a group heard too little only where its interval lies below its share, by a fifth at least', () => {
    const [table] = TABLES.filter(({ by }) => by?.name === 'age')
    const [first, ...others] = AGES
    if (!table || !first) throw new Error('expected a table')
    const restAnswers = others.reduce((sum, { answers }) => sum + answers, 0)
    const restPeople = others.reduce((sum, one) => sum + one.people, 0)
    const random = seededRandom(7)
    const found = { under: 0, others: 0 }
    for (let run = 0; run < 400 * inject('sampleFactor'); run += 1) {
      const people = random.integer(60, 700)
      const count = random.integer(10, Math.floor(people / 2))
      const one = changedTable(table, {}, (group) =>
        group.code === 1 && group.status !== 'hidden' ? { base: { ...group.base, total: count } } : {},
      )
      const sample = samplePublication({ tables: [one] })
      const { frame } = sample.account
      if (frame === null) throw new Error('expected a frame')
      const strata = { age: { ...frame.strata['age'], '1': people } }
      const [told] = representedGroups(
        changedPublication(sample, { account: { ...sample.account, frame: { ...frame, strata } } }),
      )
      const group = told?.groups[0]
      const expected = people / (people + restPeople)
      const { share, high } = wilson(count, count + restAnswers, people + restPeople)
      if (Math.abs(high - expected) < 1e-9) continue
      const under = high < expected && share < 0.8 * expected
      found[under ? 'under' : 'others'] += 1
      expect(group?.status === 'shown' && group.verdict === 'under').toBe(under)
    }
    expect(Math.min(found.under, found.others)).toBeGreaterThan(50)
  })
})

it('an older publication, which does not say who is missing, is read by the same rule', () => {
  const older = reportContent(samplePublication(), 'nl').representation
  const told = reportContent(samplePublication({ missing: MISSING }), 'nl').representation
  expect(older?.figure.rows).toEqual(told?.figure.rows)
})

it('of one that says nothing of it on purpose, nothing is worked out', () => {
  expect(reportContent(samplePublication({ methods: [] }), 'nl').representation).toBeNull()
})
