import { dayAfterMonths, problem } from '@klankbord/model'
import { drawSample, type ByStratum, type DrawRecord, type FrameRow } from '@klankbord/statistics'
import {
  addInvitations,
  addInvitedMarks,
  addWaveFrame,
  changeWave,
  findVersion,
  listFramePeople,
  listInvitations,
  listWaveFrames,
  marksInvitedSince,
  readContacts,
  type FramePerson,
  type Wave,
} from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { waveFrame } from '../waves/wave-frame.ts'
import { personMarks } from './person-marks.ts'

/** How a sample is to be drawn. */
export interface DrawOrder {
  readonly seed: string
  readonly strata: ByStratum | 'everyone'
  readonly onePerAddress: boolean
  /** Who was invited to another study in so many months before is left alone; 0 for nobody. */
  readonly restMonths: number
}

/** Why somebody is not drawn who was asked for another study not long ago. */
export const RESTING = 'invitedRecently'

/**
 * Draws who is invited to a wave, once, and keeps how: the record holds all that is needed to draw the same people again,
 * and names none of them. From then on reports know how many people there are, and how many of each stratum.
 *
 * @throws Problem `frameEmpty`, `sampleDrawn`; those of `drawSample`
 */
export async function drawInvitations(context: ServerContext, wave: Wave, order: DrawOrder): Promise<DrawRecord> {
  const { db: contacts } = contactStore(context)
  const place = { studyId: wave.studyId, waveId: wave.id }
  // Before anything is looked at: of two who draw at the same moment both see the same number, and one of them gets it.
  const number = (await listWaveFrames(context.database.db, place)).length + 1
  const invited = (await listInvitations(contacts, place)).length
  if (invited > 0) throw problem('sampleDrawn', { wave: wave.address, invited })
  const people = await listFramePeople(contacts, place)
  if (people.length === 0) throw problem('frameEmpty', { wave: wave.address })
  const marks = await marksOf(context, wave.studyId)
  const exclude = new Map([...(await resting(context, wave.studyId, order.restMonths, marks)), ...excludedBy(people)])
  const frame = people.map(({ personId: id, stratum, household }): FrameRow => ({ id, stratum, household }))
  const plan = { strata: sizesFor(people, order.strata), onePerHousehold: order.onePerAddress, exclude }
  const { drawn, record } = drawSample(frame, plan, order.seed)
  const { today } = todayAt(context.clock.now())
  const kept = { number, drawnOn: today, record: { ...record, restMonths: order.restMonths } }
  // Both or neither: a record without its invitations would let somebody draw once more beside it.
  await context.database.db.transaction().execute(async (trx) => {
    if (!(await addWaveFrame(trx, place, kept)))
      throw problem('sampleDrawn', { wave: wave.address, invited: drawn.length })
    await addInvitations(
      trx,
      place,
      drawn.map(({ id: personId, stratum, probability }) => ({ personId, stratum, probability })),
    )
  })
  const sent = (await listInvitations(contacts, place)).flatMap(({ id: invitationId, personId }) =>
    (marks.get(personId) ?? []).map((mark) => ({ invitationId, mark })),
  )
  await addInvitedMarks(contacts, wave.studyId, sent, today.slice(0, 7))
  const populations = Object.fromEntries(record.strata.map(({ stratum, frame: listed }) => [stratum, listed]))
  const version = await findVersion(context.database.db, wave.studyId, wave.version)
  if (version === null) throw problem('unknownVersion', { version: wave.version })
  const known = waveFrame(version.questionnaire, { populations, invited: drawn.length, known: 'list', on: today })
  await changeWave(context.database.db, place, { frame: known })
  return record
}

/** A list without strata is one, whose name is empty; "all" stands for it. */
function sizesFor(people: readonly FramePerson[], strata: DrawOrder['strata']): DrawOrder['strata'] {
  if (strata === 'everyone' || people.some(({ stratum }) => stratum !== '')) return strata
  const { all, ...others } = strata
  return all === undefined ? strata : { ...others, '': all }
}

function excludedBy(people: readonly FramePerson[]): readonly (readonly [string, string])[] {
  return people.flatMap(({ personId, excluded }) => (excluded === null ? [] : [[personId, excluded] as const]))
}

async function marksOf(context: ServerContext, studyId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const store = contactStore(context)
  const people = await readContacts(store, { studyId, purpose: 'invitation' })
  return new Map(people.map(({ id, contact }) => [id, personMarks(store.key, contact)]))
}

async function resting(
  context: ServerContext,
  studyId: string,
  months: number,
  marks: ReadonlyMap<string, readonly string[]>,
): Promise<readonly (readonly [string, string])[]> {
  if (months === 0) return []
  const since = dayAfterMonths(todayAt(context.clock.now()).today, -months).slice(0, 7)
  const asked = await marksInvitedSince(contactStore(context).db, {
    notStudy: studyId,
    marks: [...marks.values()].flat(),
    since,
  })
  return [...marks].flatMap(([id, own]) => (own.some((mark) => asked.has(mark)) ? [[id, RESTING] as const] : []))
}
