import { fieldworkAccount, type DispositionCounts, type PlaceCount } from '@klankbord/model'
import {
  eventsOf,
  listInvitations,
  listPlaceCounts,
  waveAccount,
  type Wave,
  type WaveAccount,
} from '@klankbord/storage'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { studyPolicy } from '../study/study-policy.ts'
import { refuseTryOut } from '../waves/refuse-try-out.ts'

/** The account of a wave, with what was counted at places. */
export type StudyAccount = { readonly places: readonly PlaceCount[] } & (
  | Exclude<WaveAccount, { readonly mode: 'open' }>
  | (Extract<WaveAccount, { readonly mode: 'open' }> & {
      /** Of who was asked by name; `used` is 0, since nobody knows who of them answered. Null when nobody was. */
      readonly invitations: DispositionCounts | null
    })
)

/** What became of everybody who was asked for a wave, and of what was counted where nobody was on a list. */
export async function studyAccount(context: ServerContext, wave: Wave): Promise<StudyAccount> {
  refuseTryOut(wave)
  const place = { studyId: wave.studyId, waveId: wave.id }
  const { leastGroup } = await studyPolicy(context, wave.studyId)
  const account = await waveAccount(context.database.db, place, leastGroup)
  const places = await listPlaceCounts(context.database.db, place)
  if (account.mode !== 'open') return { ...account, places }
  const { db } = contactStore(context)
  const events = await eventsOf(db, place)
  const asked = (await listInvitations(db, place)).map(({ id, stratum }) => ({ stratum, events: events.get(id) ?? [] }))
  const { total } = fieldworkAccount(asked)
  return { ...account, places, invitations: asked.length === 0 ? null : total }
}
