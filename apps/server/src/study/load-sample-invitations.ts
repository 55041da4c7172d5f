import { textHash, type Contact, type Questionnaire } from '@klankbord/model'
import type { SampleFate, SampleInvitedWave, SampleInvitee } from '@klankbord/instruments'
import { check } from '@klankbord/questionnaire'
import {
  closeWave,
  inviteesOf,
  listInvitations,
  storeResponses,
  withdrawResponse,
  type Arrival,
  type Invitee,
  type Wave,
} from '@klankbord/storage'
import { accessCodeHash } from '../access/access-code.ts'
import { todayAt } from '../clock.ts'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { drawInvitations } from '../fieldwork/draw-invitations.ts'
import { importFrame } from '../fieldwork/import-frame.ts'
import { makeInvitations } from '../fieldwork/make-invitations.ts'
import { markInvitations, type Mark } from '../fieldwork/mark-invitations.ts'
import { sampleResponse } from './sample-response.ts'

/**
 * Invites the made-up people of a sample study as a researcher would, notes what became of it and closes the round. Begun
 * again after it was cut off it finishes; a round that is closed is left as it is.
 */
export async function loadSampleInvitations(
  context: ServerContext,
  wave: Wave,
  questionnaire: Questionnaire,
  { invitees }: SampleInvitedWave,
): Promise<void> {
  if (wave.state !== 'open') return
  const place = { studyId: wave.studyId, waveId: wave.id }
  await invite(context, wave, invitees)
  const store = contactStore(context)
  const known = await inviteesOf(store, place)
  const byName = new Map(invitees.map((one) => [one.name, one]))
  for (const [fate, mark, event] of MARKS_OF_FATES) {
    const named = known
      .filter(({ contact, events }) => {
        const theirs = byName.get(contact.name)
        return (fate === null || theirs?.fate === fate) && events.every(({ kind }) => kind !== event)
      })
      .map(({ id }) => id)
    if (named.length > 0) await markInvitations(context, wave, { mark, invitations: named })
  }
  await answer(context, wave, questionnaire, { known, byName })
  await closeWave(context.database.db, place, todayAt(context.clock.now()).today)
}

/** Everybody gets a letter first; then what was heard of some. */
const MARKS_OF_FATES: readonly (readonly [SampleFate | null, Mark, Invitee['events'][number]['kind']])[] = [
  [null, 'invited', 'invited'],
  ['undeliverable', 'undeliverable', 'returnedUndeliverable'],
  ['notInGroup', 'notInGroup', 'saidNotInGroup'],
  ['refused', 'refused', 'refused'],
]

async function invite(context: ServerContext, wave: Wave, invitees: readonly SampleInvitee[]): Promise<void> {
  const place = { studyId: wave.studyId, waveId: wave.id }
  if ((await listInvitations(contactStore(context).db, place)).length === 0) {
    const people = invitees.map((one) => ({
      contact: contactOf(one),
      stratum: one.stratum,
      household: null,
      excluded: null,
    }))
    await importFrame(context, place, people)
    await drawInvitations(context, wave, { seed: 'voorbeeld', strata: 'everyone', onePerAddress: false, restMonths: 0 })
  }
  await makeInvitations(context, wave)
}

interface KnownInvitees {
  readonly known: readonly Invitee[]
  readonly byName: ReadonlyMap<string, SampleInvitee>
}

/** Stores what they sent, each with the code of their letter, and withdraws what was withdrawn. */
async function answer(
  context: ServerContext,
  wave: Wave,
  questionnaire: Questionnaire,
  { known, byName }: KnownInvitees,
): Promise<void> {
  const { db } = context.database
  const place = { studyId: wave.studyId, waveId: wave.id, version: wave.version }
  const { today } = todayAt(context.clock.now())
  const arrivals = known.flatMap(({ contact, code }): readonly Arrival[] => {
    const one = byName.get(contact.name)
    const checked = one?.sent ? check(questionnaire, one.sent.answers) : null
    if (!one?.sent || checked?.ok !== true || code === null) return []
    const codeHash = accessCodeHash(context.settings.keys.accessCodes, place, code)
    const said = { ...one.sent, withdrawalHash: withdrawalOf(one) }
    const response = sampleResponse(questionnaire, checked.checked, said, `${wave.address}/${one.name}`)
    return [{ place, response, codeHash, today, byStaff: false }]
  })
  await storeResponses(db, arrivals)
  for (const one of byName.values()) if (one.fate === 'withdrawn') await withdrawResponse(db, place, withdrawalOf(one))
}

const withdrawalOf = ({ name }: SampleInvitee): string => textHash(`sample withdrawal/${name}`)

function contactOf({ name, address }: SampleInvitee): Contact {
  return { name, address, email: null, phone: null, language: 'nl', reachBy: 'letter', consent: null }
}
