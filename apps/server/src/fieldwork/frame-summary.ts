import type { DrawRecord } from '@klankbord/statistics'
import { listFramePeople, listInvitations, listWaveFrames, type WaveReference } from '@klankbord/storage'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { countsOf, type PeopleCount } from './take-frame-list.ts'

/** A draw as it was done. */
export interface KnownDraw {
  readonly number: number
  /** ISO date. */
  readonly drawnOn: string
  readonly record: DrawRecord & { readonly restMonths: number }
}

/** The list of a wave in numbers. */
export interface FrameSummary {
  readonly people: number
  readonly invitations: number
  /** Invitations that have a code. */
  readonly withCode: number
  /** Everybody on the list, and of them who may be drawn. */
  readonly strata: readonly (PeopleCount & { readonly eligible: number })[]
  readonly excluded: readonly PeopleCount[]
  readonly draws: readonly KnownDraw[]
}

/** How many people stand on the list of a wave, in which strata, who may not be drawn and why, and how it was drawn. */
export async function frameSummary(context: ServerContext, wave: WaveReference): Promise<FrameSummary> {
  const { db } = contactStore(context)
  const [people, invitations, frames] = await Promise.all([
    listFramePeople(db, wave),
    listInvitations(db, wave),
    listWaveFrames(context.database.db, wave),
  ])
  const eligible = new Map(
    countsOf(people.flatMap(({ stratum, excluded }) => (excluded === null ? [stratum] : []))).map((count) => [
      count.name,
      count.people,
    ]),
  )
  return {
    people: people.length,
    invitations: invitations.length,
    withCode: invitations.filter(({ hasCode }) => hasCode).length,
    strata: countsOf(people.map(({ stratum }) => stratum)).map((count) => ({
      ...count,
      eligible: eligible.get(count.name) ?? 0,
    })),
    excluded: countsOf(people.flatMap(({ excluded }) => excluded ?? [])),
    // Records are only written by `drawInvitations`.
    draws: frames.map(({ number, drawnOn, record }) => ({ number, drawnOn, record: record as KnownDraw['record'] })),
  }
}
