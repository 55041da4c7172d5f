import { anonymousAccount, DISPOSITIONS, type StratumCodes } from '@klankbord/model'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'

const codes: readonly StratumCodes[] = [
  { stratum: 'Noord', invited: 60, undeliverable: 3, notInGroup: 1, refused: 4, used: 22 },
  { stratum: 'Oost', invited: 40, undeliverable: 0, notInGroup: 0, refused: 2, used: 15 },
  { stratum: 'Haven', invited: 4, undeliverable: 0, notInGroup: 0, refused: 0, used: 3 },
]
const responses = {
  answered: 38,
  withdrawn: 2,
  margins: { channel: { web: 30, paper: 10 }, help: { none: 35, peer: 5 } },
}

describe('the account of an anonymous wave', () => {
  it('tells what became of the codes by stratum, and beside it what came in', () => {
    const account = anonymousAccount(codes, responses, 10)
    expect(account.total).toEqual({
      invited: 104,
      undeliverable: 3,
      notInGroup: 1,
      refused: 6,
      used: 40,
      open: 54,
      answered: 38,
      withdrawn: 2,
    })
    expect(account.margins).toEqual(responses.margins)
  })

  it('says of no stratum how many answered, nor how', () => {
    const told = new Set(anonymousAccount(codes, responses, 1).strata.flatMap((row) => Object.keys(row)))
    expect([...told].toSorted()).toEqual(
      ['invited', 'open', 'notInGroup', 'refused', 'strata', 'undeliverable', 'used'].toSorted(),
    )
  })

  it('shows no row of a few people: it takes the small ones together', () => {
    expect(anonymousAccount(codes, responses, 10).strata).toEqual([
      { strata: ['Haven', 'Oost'], invited: 44, undeliverable: 0, notInGroup: 0, refused: 2, used: 18, open: 24 },
      { strata: ['Noord'], invited: 60, undeliverable: 3, notInGroup: 1, refused: 4, used: 22, open: 30 },
    ])
    expect(anonymousAccount(codes, responses, 200).strata).toEqual([])
    expect(anonymousAccount([], { answered: 0, withdrawn: 0, margins: {} }, 10).strata).toEqual([])
  })

  it('is refused where the two margins were read at different moments', () => {
    expect(() => anonymousAccount(codes, { ...responses, answered: 39 }, 10)).toThrow(
      'account does not balance: used is 40, its parts come to 41',
    )
    const oneMore = { ...responses, margins: { channel: { web: 31, paper: 10 } } }
    expect(() => anonymousAccount(codes, oneMore, 10)).toThrow('channel is 40, its parts come to 41')
    const crowded = [{ stratum: 'Noord', invited: 5, undeliverable: 3, notInGroup: 0, refused: 0, used: 3 }]
    expect(() => anonymousAccount(crowded, { answered: 3, withdrawn: 0, margins: {} }, 10)).toThrow(
      'invited is 5, its parts come to 6',
    )
  })

  it('balances in all and in each row, has no row under the least group, and leaves no stratum out', () => {
    const count = fc.nat(12)
    const aStratum = fc
      .record({ undeliverable: count, notInGroup: count, refused: count, used: count, open: count })
      .map(({ open, ...heard }) => ({
        ...heard,
        invited: open + heard.undeliverable + heard.notInGroup + heard.refused + heard.used,
      }))
    const many = fc
      .array(aStratum, { maxLength: 8 })
      .map((all) => all.map((row, index) => ({ stratum: `s${index}`, ...row })))
    fc.assert(
      fc.property(many, fc.nat(30), fc.nat(100), (strata, leastGroup, percent) => {
        const used = strata.reduce((sum, row) => sum + row.used, 0)
        const withdrawn = Math.floor((used * percent) / 100)
        const account = anonymousAccount(strata, { answered: used - withdrawn, withdrawn, margins: {} }, leastGroup)
        for (const row of [account.total, ...account.strata])
          expect(DISPOSITIONS.reduce((sum, disposition) => sum + row[disposition], 0)).toBe(row.invited)
        for (const row of account.strata) expect(row.invited).toBeGreaterThanOrEqual(leastGroup)
        const few = account.total.invited < leastGroup
        const names = strata.map(({ stratum }) => stratum).toSorted()
        expect(account.strata.flatMap((row) => row.strata).toSorted()).toEqual(few ? [] : names)
        expect(account.strata.reduce((sum, row) => sum + row.used, 0)).toBe(few ? 0 : account.total.used)
      }),
      { seed: 10, numRuns: 300 * inject('sampleFactor') },
    )
  })
})
