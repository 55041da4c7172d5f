import { textHash, type EntryChannel, type Role, type WaveMode } from '@klankbord/model'
import { addMembership, createSignInLink, createUser, type Wave } from '@klankbord/storage'
import { sql } from 'kysely'
import { ask, type Answer, type Question } from '../http/ask.ts'
import type { StartedServer } from '../started-server.ts'
import { handOutCodes, openWmoWave, type WaveChoices } from '../wmo-wave.ts'

/** Somebody of the staff, signed in with a second factor. */
export interface Somebody {
  readonly id: string
  readonly cookie: string
  asks(path: string, question?: Question): Promise<Answer>
}

/** A round in which staff enter answers. */
export interface StaffedWave {
  readonly wave: Wave
  readonly codes: readonly string[]
  /** Where its answers are entered. */
  readonly path: string
  somebody(role: Role): Promise<Somebody>
}

let people = 0

/** Opens a round that takes paper, telephone and interviews, with as many codes as it needs. */
export async function staffedWave(
  server: StartedServer,
  choices: WaveChoices & {
    readonly mode?: WaveMode
    readonly codes?: number
    readonly channels?: readonly EntryChannel[]
  },
): Promise<StaffedWave> {
  const { mode = 'open', codes = mode === 'open' ? 0 : 3, channels = ['paper', 'telephone', 'interviewer'] } = choices
  people += 1
  const wave = await openWmoWave(server.context, `ronde-${people}`, { ...choices, mode })
  const { db } = server.context.database
  await db
    .updateTable('waves')
    .set({ channels: ['web', ...channels] })
    .where('study_id', '=', wave.studyId)
    .execute()
  const handedOut = codes === 0 ? [] : await handOutCodes(server.context, wave, codes)
  const { organisation_id: organisation } = await db
    .selectFrom('studies')
    .select('organisation_id')
    .where('study_id', '=', wave.studyId)
    .executeTakeFirstOrThrow()
  return {
    wave,
    codes: handedOut,
    path: `/api/entry/${wave.studyId}/${wave.id}`,
    somebody: (role) => somebodyWho(server, role, organisation),
  }
}

/** Somebody with a role in an organisation. */
export async function somebodyWho(server: StartedServer, role: Role, organisationId: string): Promise<Somebody> {
  const { db } = server.context.database
  people += 1
  const user = await createUser(db, { name: `${role} ${people}`, administrator: false })
  await addMembership(db, user.id, { organisationId, role, studyId: null })
  const token = `link of ${user.id}`
  await createSignInLink(db, user.id, textHash(token), new Date(server.context.clock.now().getTime() + 60_000))
  const answer = await ask(server, '/api/session', { json: { token } })
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  await sql`update sessions set second_factor = true where user_id = ${user.id}`.execute(db)
  const asks: Somebody['asks'] = (path, question = {}) =>
    ask(server, path, { ...question, headers: { cookie, ...question.headers } })
  return { id: user.id, cookie, asks }
}
