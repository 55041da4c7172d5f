import { textHash, type Questionnaire, type Role, type WaveMode } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import {
  addMembership,
  createSignInLink,
  createStudy,
  createUser,
  openWave,
  publishVersion,
  sealWave,
  type NewWave,
  type Wave,
} from '@klankbord/storage'
import { randomId } from '../../src/randomness.ts'
import { withdrawalCode, withdrawalHash } from '@klankbord/pages'
import { ask, type Answer, type Question } from '../http/ask.ts'
import type { StartedServer } from '../started-server.ts'
import { handOutCodes } from '../wmo-wave.ts'

/** A questionnaire that asks how it goes, what happened, and whether that may be quoted. */
export const DEFINITION = {
  title: 'Ervaringen',
  locale: 'nl',
  pages: [
    {
      name: 'p1',
      elements: [
        {
          type: 'radiogroup',
          name: 'contact',
          title: 'Hoe was het contact?',
          choices: [
            { value: 1, text: 'Goed' },
            { value: 2, text: 'Slecht' },
          ],
        },
        { type: 'comment', name: 'story', title: 'Wat wilt u vertellen?', maxLength: 500 },
        { type: 'boolean', name: 'quotable', title: 'Mogen wij uw woorden gebruiken?', quoteConsent: true },
      ],
    },
  ],
} as const

export interface QuotingWave extends Wave {
  /** Where it is reached by staff. */
  readonly path: string
}

/** Opens a wave of it. */
export async function openQuotingWave(
  { context }: StartedServer,
  address: string,
  mode: WaveMode,
  planned: Pick<NewWave, 'tryOut' | 'erasesOn'> = {},
): Promise<QuotingWave> {
  const { db } = context.database
  const definition = JSON.stringify(DEFINITION)
  const study = await createStudy(db, {
    title: { nl: 'Ervaringen' },
    organisation: { name: `Raad van ${address}` },
    sample: false,
    tryOut: false,
    definitionText: definition,
    plan: { questions: ['contact'], breakdowns: [] },
  })
  const { version } = await publishVersion(db, study.id, { questionnaire: compiled(), definition })
  const title = { nl: 'Eerste ronde' }
  const wave = await openWave(db, study.id, { title, address, version, mode, frame: null, ...planned })
  return { ...wave, path: `/api/studies/${study.id}/waves/${wave.id}` }
}

function compiled(): Questionnaire {
  const { questionnaire, findings } = compile(DEFINITION)
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return questionnaire
}

/** What somebody answers. */
export interface Story {
  readonly story: string
  readonly quotable: boolean
}

/** Somebody who answered, with what they sent and can send again. */
export interface Sent {
  readonly id: string
  readonly withdrawalCode: string
  again(): Promise<Answer>
}

/** Sends one response after the other, with codes where the wave asks for them, and seals it when it is anonymous. */
export async function answered(server: StartedServer, wave: Wave, stories: readonly Story[]): Promise<readonly Sent[]> {
  const codes = wave.mode === 'open' ? [] : await handOutCodes(server.context, wave, stories.length)
  const sent: Sent[] = []
  for (const [at, { story, quotable }] of stories.entries()) {
    const { randomness } = server.context
    const id = randomId(randomness)
    const code = withdrawalCode(randomness)
    const body = {
      answers: { contact: (at % 2) + 1, story, quotable },
      language: 'nl',
      withdrawalHash: withdrawalHash(code),
      ...(codes[at] === undefined ? {} : { code: codes[at] }),
    }
    const send = (): Promise<Answer> =>
      ask(server, `/api/waves/${wave.address}/responses/${id}`, { method: 'PUT', json: body })
    const { status, text } = await send()
    if (status !== 201) throw new Error(text)
    sent.push({ id, withdrawalCode: code, again: send })
  }
  if (wave.mode === 'codeAnonymous') {
    await server.context.database.db.updateTable('waves').set({ state: 'closed', closed_on: '2026-01-01' }).execute()
    const place = { studyId: wave.studyId, waveId: wave.id }
    await sealWave(server.context.database.db, place, { today: '2026-11-22', final: true })
  }
  return sent
}

/** Somebody of the organisation of a study, signed in; with a second factor unless it is left out. */
export async function staffOf(
  server: StartedServer,
  { studyId }: Wave,
  name: string,
  roles: readonly (Role | 'administrator')[],
  secondFactor = true,
): Promise<(path: string, question?: Question) => Promise<Answer>> {
  const { db } = server.context.database
  const user = await createUser(db, { name, administrator: roles.includes('administrator') })
  const study = await db
    .selectFrom('studies')
    .select('organisation_id')
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow()
  for (const role of roles)
    if (role !== 'administrator')
      await addMembership(db, user.id, { organisationId: study.organisation_id, role, studyId: null })
  const token = `link of ${user.id}`
  await createSignInLink(db, user.id, textHash(token), new Date(server.context.clock.now().getTime() + 60_000))
  const entered = await ask(server, '/api/session', { json: { token } })
  const cookie = entered.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  await db.updateTable('sessions').set({ second_factor: secondFactor }).where('user_id', '=', user.id).execute()
  return (path, question = {}) => ask(server, path, { ...question, headers: { cookie, ...question.headers } })
}
