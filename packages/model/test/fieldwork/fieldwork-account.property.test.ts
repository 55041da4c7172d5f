import {
  DISPOSITIONS,
  dispositionOf,
  fieldworkAccount,
  responseRates,
  type DispositionCounts,
  type FieldworkAccount,
  type FieldworkEvent,
  type TracedInvitation,
} from '@klankbord/model'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'

const runs = { seed: 9, numRuns: 300 * inject('sampleFactor') }
const id = fc.integer({ min: 1, max: 12 }).map(String)
const on = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`)
const destination = fc.integer({ min: 1, max: 3 })
const anEvent: fc.Arbitrary<FieldworkEvent> = fc.oneof(
  fc.record({
    id,
    on,
    kind: fc.constantFrom('invited' as const, 'reminded' as const),
    route: fc.constantFrom('letter' as const, 'email' as const, 'text' as const, 'handedOver' as const),
    destination,
  }),
  fc.record({ id, on, kind: fc.constant('returnedUndeliverable' as const), destination }),
  fc.record({
    id,
    on,
    kind: fc.constantFrom('saidNotInGroup' as const, 'refused' as const, 'codeUsed' as const, 'withdrew' as const),
  }),
  fc.record({ id, on, kind: fc.constant('undone' as const), event: id }),
)
const events = fc.array(anEvent, { maxLength: 10 })
const anInvitation: fc.Arbitrary<TracedInvitation> = fc.record({
  stratum: fc.constantFrom('Noord', 'Oost', 'West'),
  events,
})
const invitations = fc.array(anInvitation, { maxLength: 30 })

/** The same events in another order, some of them told twice. */
const retold = (list: readonly FieldworkEvent[]): fc.Arbitrary<readonly FieldworkEvent[]> =>
  fc
    .tuple(fc.shuffledSubarray([...list], { minLength: list.length }), fc.subarray([...list]))
    .map(([all, again]) => [...all, ...again])

function expectBalance(counts: DispositionCounts): void {
  const sum = DISPOSITIONS.reduce((all, disposition) => all + counts[disposition], 0)
  expect(sum).toBe(counts.invited)
  for (const disposition of DISPOSITIONS) expect(counts[disposition]).toBeGreaterThanOrEqual(0)
}

function expectAccount(account: FieldworkAccount): void {
  expectBalance(account)
  expect(account.answered + account.withdrawn).toBe(account.used)
  expect(Math.min(account.answered, account.withdrawn)).toBeGreaterThanOrEqual(0)
}

describe('whatever happens to invitations, and however late it is told', () => {
  it('the account balances, in all and in each stratum, and the strata are the whole', () => {
    fc.assert(
      fc.property(invitations, (all) => {
        const { total, strata, notInvitedYet } = fieldworkAccount(all)
        expectAccount(total)
        for (const row of strata) expectAccount(row)
        for (const part of ['invited', ...DISPOSITIONS, 'answered', 'withdrawn'] as const)
          expect(strata.reduce((sum, row) => sum + row[part], 0)).toBe(total[part])
        expect(total.invited + notInvitedYet).toBe(all.length)
      }),
      runs,
    )
  })

  it('the account is the same when the events, or the invitations, come in another order or twice', () => {
    const told = invitations.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.tuple(
          ...all.map((invitation) => retold(invitation.events).map((list) => ({ ...invitation, events: list }))),
        ),
      ),
    )
    fc.assert(
      fc.property(told, ([once, again]) => {
        expect(fieldworkAccount(again.toReversed())).toEqual(fieldworkAccount(once))
      }),
      runs,
    )
  })

  it('a code that was used stays used', () => {
    const codeUsed: FieldworkEvent = { id: '1', on: '2026-02-01', kind: 'codeUsed' }
    fc.assert(
      fc.property(events, events, (before, after) => {
        expect(dispositionOf([...before, codeUsed, ...after])).toBe('used')
      }),
      runs,
    )
  })

  it('an event that is undone is as if it never was', () => {
    const heard = fc.constantFrom('saidNotInGroup' as const, 'refused' as const)
    fc.assert(
      fc.property(events, heard, (others, kind) => {
        const mistake: FieldworkEvent = { id: 'mistake', on: '2026-02-03', kind }
        const undone: FieldworkEvent = { id: 'undone', on: '2026-02-04', kind: 'undone', event: 'mistake' }
        expect(dispositionOf([undone, ...others, mistake])).toBe(dispositionOf(others))
      }),
      runs,
    )
  })

  it('the net response is never below the gross one, and both are parts of a whole', () => {
    fc.assert(
      fc.property(invitations, (all) => {
        const { gross, net } = responseRates(fieldworkAccount(all).total)
        if (gross === null || net === null) return
        expect(net).toBeGreaterThanOrEqual(gross)
        expect(net).toBeLessThanOrEqual(1)
        expect(gross).toBeGreaterThanOrEqual(0)
      }),
      runs,
    )
  })
})

describe('the response of a wave', () => {
  it('is told of everybody, and of those whom it was about and who were reached', () => {
    const account = { invited: 500, undeliverable: 20, notInGroup: 5, refused: 40, used: 190, open: 245, answered: 185 }
    expect(responseRates(account)).toEqual({ gross: 185 / 500, net: 185 / 475 })
  })

  it('is nothing where nobody was invited, or nobody reached', () => {
    const none = { invited: 0, undeliverable: 0, notInGroup: 0, refused: 0, used: 0, open: 0, answered: 0 }
    expect(responseRates(none)).toEqual({ gross: null, net: null })
    expect(responseRates({ ...none, invited: 3, undeliverable: 3 })).toEqual({ gross: 0, net: null })
  })
})
