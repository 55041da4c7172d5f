import {
  fieldworkAccount,
  isProblem,
  type DispositionCounts,
  type FieldworkEvent,
  type WaveMode,
} from '@klankbord/model'
import { eventsOf, sealWave, withdrawResponse } from '@klankbord/storage'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { eraseNow } from '../../src/contacts/erase-now.ts'
import { markInvitations, type Mark } from '../../src/fieldwork/mark-invitations.ts'
import { studyAccount, type StudyAccount } from '../../src/fieldwork/study-account.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answer, askedWave, withdrawalOf, type AskedWave } from './asked-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const PEOPLE = 6
const marks: readonly Mark[] = ['invited', 'reminded', 'undeliverable', 'notInGroup', 'refused', 'undone']
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom(...marks), person: fc.nat(PEOPLE - 1) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer' as const), person: fc.nat(PEOPLE - 1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), person: fc.nat(PEOPLE - 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('seal' as const), person: fc.constant(0) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One run of fieldwork, and who answered and took it back in it. */
class Fieldwork {
  readonly answered = new Set<number>()
  readonly withdrawn = new Set<number>()
  private readonly asked: AskedWave
  private readonly first: number

  constructor(asked: AskedWave, first: number) {
    this.asked = asked
    this.first = first
  }

  account(): Promise<StudyAccount> {
    return studyAccount(server.context, this.asked.wave)
  }

  async take({ kind, person }: Step): Promise<void> {
    const { wave, people } = this.asked
    const place = { studyId: wave.studyId, waveId: wave.id }
    const { db } = server.context.database
    if (kind === 'answer') {
      if (this.answered.has(person)) return
      this.answered.add(person)
      await answer(server.context, wave, this.first + person, people[person]?.codeHash ?? null)
    } else if (kind === 'withdraw') {
      if (await withdrawResponse(db, place, withdrawalOf(this.first + person))) this.withdrawn.add(person)
    } else if (kind === 'seal') {
      if (wave.mode === 'codeAnonymous') await sealWave(db, place, { today: '2026-11-22', final: false })
    } else await this.mark(kind, people[person]?.id ?? '')
  }

  /** What happened to everybody, told by who was there and not by the codes. */
  async traced(): Promise<readonly { readonly stratum: string; readonly events: readonly FieldworkEvent[] }[]> {
    const { wave, people } = this.asked
    const events = await eventsOf(server.context.database.db, { studyId: wave.studyId, waveId: wave.id })
    return people.map(({ id, stratum }, person) => {
      const came = [
        ...(this.answered.has(person) ? [{ id: 'came', kind: 'codeUsed', on: '' } as const] : []),
        ...(this.withdrawn.has(person) ? [{ id: 'went', kind: 'withdrew', on: '' } as const] : []),
      ]
      return { stratum, events: [...(events.get(id) ?? []), ...came] }
    })
  }

  async end(): Promise<void> {
    const { studyId, id: waveId } = this.asked.wave
    await sealWave(server.context.database.db, { studyId, waveId }, { today: '2026-11-22', final: true })
  }

  async erase(): Promise<void> {
    await eraseNow(server.context, this.asked.wave.studyId, {}, { why: 'erased', by: 'Fatima' })
  }

  private async mark(mark: Mark, id: string): Promise<void> {
    try {
      await markInvitations(server.context, this.asked.wave, { mark, invitations: [id] })
    } catch (error) {
      if (!isProblem(error, 'nothingToUndo')) throw error
    }
  }
}

let runs = 0
async function begin(mode: WaveMode): Promise<Fieldwork> {
  runs += 1
  return new Fieldwork(await askedWave(server.context, mode, PEOPLE), runs * 100)
}

const PARAMETERS = { seed: 20261123, numRuns: 8 * inject('sampleFactor') }
const steps = fc.array(step, { minLength: 8, maxLength: 30 })
const heard = ({ undeliverable, notInGroup, refused, used, open }: DispositionCounts): number =>
  undeliverable + notInGroup + refused + used + open

/** What does not add up. */
function outOfBalance(account: StudyAccount): readonly string[] {
  if (account.mode === 'open') {
    const { invitations } = account
    return invitations === null || heard(invitations) === invitations.invited ? [] : ['asked']
  }
  const { total } = account
  return [
    ...(heard(total) === total.invited ? [] : ['invited']),
    ...(total.answered + total.withdrawn === total.used ? [] : ['used']),
    ...(Object.values(total).every((count) => count >= 0) ? [] : ['below nothing']),
  ]
}

describe('the account of fieldwork, whatever happens in whatever order', () => {
  it('is, where it is known who answered, what became of everybody, also when nobody is known any more', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const fieldwork = await begin('codeConfidential')
        for (const one of taken) {
          await fieldwork.take(one)
          expect(outOfBalance(await fieldwork.account())).toEqual([])
        }
        const account = await fieldwork.account()
        const { total, strata, notInvitedYet } = fieldworkAccount(await fieldwork.traced())
        expect(account).toEqual({ mode: 'codeConfidential', total, strata, notInvitedYet, places: [] })
        await fieldwork.erase()
        expect(await fieldwork.account()).toEqual(account)
      }),
      PARAMETERS,
    )
  }, 120_000)

  it('balances in an anonymous wave, and no answer moves it before its portion is sealed', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const fieldwork = await begin('codeAnonymous')
        for (const one of taken) {
          const before = await fieldwork.account()
          await fieldwork.take(one)
          const after = await fieldwork.account()
          expect(outOfBalance(after)).toEqual([])
          expect(after).toEqual(one.kind === 'answer' ? before : after)
        }
        await fieldwork.end()
        const account = await fieldwork.account()
        const { used, answered, withdrawn } = fieldworkAccount(await fieldwork.traced()).total
        expect(account).toMatchObject({ total: { used, answered, withdrawn } })
        await fieldwork.erase()
        expect(await fieldwork.account()).toEqual(account)
      }),
      PARAMETERS,
    )
  }, 120_000)

  it('is the same in an anonymous wave whoever answered, so nobody reads in it whether somebody took part', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: PEOPLE - 1 }), async (taken, further) => {
        const fieldwork = await begin('codeAnonymous')
        const withOthers = await begin('codeAnonymous')
        // Which answers a portion takes is chance, so whether one was sealed before it was withdrawn is too.
        for (const one of taken.filter(({ kind }) => kind !== 'withdraw')) {
          const person = (one.person + further) % PEOPLE
          await fieldwork.take(one)
          await withOthers.take(one.kind === 'answer' ? { kind: 'answer', person } : one)
          expect(await withOthers.account()).toEqual(await fieldwork.account())
        }
        await fieldwork.end()
        await withOthers.end()
        expect(await withOthers.account()).toEqual(await fieldwork.account())
      }),
      PARAMETERS,
    )
  }, 120_000)

  it('says of an open wave what came in, and what became of who was asked by name', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const fieldwork = await begin('open')
        for (const one of taken) {
          await fieldwork.take(one)
          expect(outOfBalance(await fieldwork.account())).toEqual([])
        }
        const answered = fieldwork.answered.size - fieldwork.withdrawn.size
        expect(await fieldwork.account()).toMatchObject({ mode: 'open', answered })
      }),
      PARAMETERS,
    )
  }, 120_000)
})
