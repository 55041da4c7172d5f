import { createStudy, dueClearings, publishVersion, sealWave, type Wave } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServerContext } from '../../src/context.ts'
import { clearUp } from '../../src/sealing/clear-up.ts'
import { sealDue } from '../../src/sealing/seal-due.ts'
import { forgetWhatIsOver } from '../../src/upkeep/forget-daily.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { WMO } from '../wmo-wave.ts'
import { answerWithCodes, openCodeWave } from './code-wave.ts'

let server: StartedServer
let wave: Wave

beforeEach(async () => {
  server = await startServer()
  const { db } = server.context.database
  const study = await createStudy(db, {
    title: { nl: 'Voorbeeld' },
    organisation: { name: 'Voorbeeldstad' },
    sample: false,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
  })
  await publishVersion(db, study.id, { questionnaire: WMO, definition: '{}' })
  wave = await openCodeWave(db, study.id, 2)
})
afterEach(() => server.end())

const due = async (): Promise<number> => (await dueClearings(server.context.database.db)).length

/** Seals, and is killed before anything else. @returns a code that was sealed, as the log of before had it */
async function sealAndDie(numbers: readonly number[] = [1, 2, 3]): Promise<string> {
  const { db } = server.context.database
  const { studyId, id: waveId } = wave
  await answerWithCodes(db, { studyId, waveId, version: 1 }, numbers)
  const { code_hash: code } = await db.selectFrom('pending_codes').select('code_hash').executeTakeFirstOrThrow()
  await sealWave(db, { studyId, waveId }, { today: '2026-11-22', final: true })
  return code
}

async function standsInLog(text: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select bool_or(position(convert_to(${text}, 'UTF8') in pg_read_binary_file('pg_wal/' || name, true)) > 0) as found
    from pg_ls_waldir()`.execute(server.context.database.db)
  return rows[0]?.found ?? false
}

/** With a hot standby that does not answer. */
const withStandbyAway = (): ServerContext => ({
  ...server.context,
  settings: { ...server.context.settings, standbys: ['postgresql://nobody@127.0.0.1:1/none'] },
})

describe('a server that was killed after it sealed and before the log was removed', () => {
  it('removes it at its next start', async () => {
    const code = await sealAndDie()
    expect(await due()).toBe(2)
    await forgetWhatIsOver(server.context)
    expect(await due()).toBe(0)
    expect(await standsInLog(code)).toBe(false)
  })

  it('is made up for by another server that seals something', async () => {
    await sealAndDie()
    const other = await openCodeWave(server.context.database.db, wave.studyId, 1)
    wave = other
    const place = { studyId: other.studyId, waveId: other.id, version: 1 }
    for (const n of [11, 12]) {
      await answerWithCodes(server.context.database.db, place, [n])
      await sealDue(server.context)
    }
    expect(await due()).toBe(0)
  })

  it('does not count as made up for while a standby may still hold the log', async () => {
    await sealAndDie()
    await forgetWhatIsOver(withStandbyAway())
    expect(await due()).toBe(2)
    expect(server.logged()).toContain('may still lie in files')
    expect((await clearUp(server.context)).logs).toEqual([{ name: 'primary', gone: true, reason: null }])
    expect(await due()).toBe(0)
  })
})

it('has nothing to do, and does nothing, where nothing was sealed', async () => {
  expect(await clearUp(withStandbyAway())).toEqual({ uncleared: [], logs: [] })
})
