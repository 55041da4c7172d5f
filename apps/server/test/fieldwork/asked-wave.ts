import { contentHash, type Contact, type Questionnaire, type WaveMode } from '@klankbord/model'
import {
  createStudy,
  listInvitations,
  openWave,
  publishVersion,
  readInvitationCodes,
  storeResponse,
  type StoreOutcome,
  type Wave,
} from '@klankbord/storage'
import { accessCodeHash } from '../../src/access/access-code.ts'
import { contactStore } from '../../src/contacts/contact-store.ts'
import type { ServerContext } from '../../src/context.ts'
import { drawInvitations } from '../../src/fieldwork/draw-invitations.ts'
import { importFrame } from '../../src/fieldwork/import-frame.ts'
import { makeInvitations } from '../../src/fieldwork/make-invitations.ts'

/** Somebody who was drawn, and how they answer. */
export interface Asked {
  readonly id: string
  readonly stratum: string
  /** Null in an open wave. */
  readonly codeHash: string | null
}

export interface AskedWave {
  readonly wave: Wave
  readonly people: readonly Asked[]
}

const TODAY = '2026-11-22'

/** A study with people on a list, all of whom are drawn; in a wave with codes each has one. */
export async function askedWave(
  context: ServerContext,
  mode: WaveMode,
  count: number,
  contactOf: (n: number) => Contact = aContact,
): Promise<AskedWave> {
  const { db } = context.database
  const { id } = await createStudy(db, {
    title: { nl: 'Voorbeeld' },
    organisation: { name: 'Voorbeeldstad' },
    sample: false,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
  const { version } = await publishVersion(db, id, { questionnaire: aQuestionnaire(), definition: '{}' })
  const wave = await openWave(db, id, { title: { nl: 'Ronde' }, version, mode, frame: null, portion: 1 })
  const place = { studyId: id, waveId: wave.id }
  const people = Array.from({ length: count }, (_, at) => ({
    contact: contactOf(at),
    stratum: at % 3 === 0 ? 'Oost' : 'West',
    household: null,
    excluded: null,
  }))
  await importFrame(context, place, people)
  await drawInvitations(context, wave, { seed: 'munt', strata: 'everyone', onePerAddress: false, restMonths: 0 })
  if (mode !== 'open') await makeInvitations(context, wave)
  const store = contactStore(context)
  const codes = await readInvitationCodes(store, place)
  const asked = (await listInvitations(store.db, place)).map((invitation): Asked => {
    const code = codes.get(invitation.id)
    const codeHash = code === undefined ? null : accessCodeHash(context.settings.keys.accessCodes, place, code)
    return { id: invitation.id, stratum: invitation.stratum, codeHash }
  })
  return { wave, people: asked }
}

/** Somebody answers; the number gives the id of the response and its withdrawal code. */
export function answer(
  { database }: ServerContext,
  { id: waveId, studyId, version }: Wave,
  n: number,
  codeHash: string | null,
): Promise<StoreOutcome> {
  const answers = { q1: n }
  return storeResponse(database.db, {
    place: { studyId, waveId, version },
    codeHash,
    today: TODAY,
    byStaff: false,
    response: {
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      answers,
      empties: {},
      codes: [1],
      numbers: [n],
      language: 'nl',
      channel: 'web',
      week: '2026-W47',
      withdrawalHash: withdrawalOf(n),
      contentHash: contentHash(answers),
    },
  })
}

export const withdrawalOf = (n: number): string => `withdrawal ${n}`

export function aContact(n: number): Contact {
  return {
    name: `Zwaantje Findmij${n}`,
    address: [`Plantgutstraat ${n}`, '9999 ZZ Voorbeeldstad'],
    email: null,
    phone: null,
    language: 'nl',
    reachBy: null,
    consent: null,
  }
}

function aQuestionnaire(): Questionnaire {
  const rest = {
    format: 'klankbord-questionnaire/1',
    title: { nl: 'Ervaringen' },
    language: 'nl',
    languages: ['nl'],
    questions: [],
    pages: [],
    screens: [],
  } as const
  return { ...rest, hash: contentHash(rest) }
}
