import { closeWave, dueClearings, sealWave, type Wave } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ServerContext } from '../../src/context.ts'
import { clearUp } from '../../src/sealing/clear-up.ts'
import { sealDue } from '../../src/sealing/seal-due.ts'
import { forgetWhatIsOver } from '../../src/upkeep/forget-daily.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answerWithCodes, openCodeWave, openCodeWaveOfItsOwn } from './code-wave.ts'

let server: StartedServer
let wave: Wave

beforeEach(async () => {
  server = await startServer()
  wave = await openCodeWaveOfItsOwn(server.context.database.db, 2)
})
afterEach(() => server.end())

const due = async (): Promise<number> => (await dueClearings(server.context.database.db)).length

/** Does it again while a test beside this one writes in the same server, which then can still see what was erased. */
async function untilNothingIsDue(clear: () => Promise<unknown>): Promise<void> {
  await vi.waitFor(async () => {
    await clear()
    expect(await due()).toBe(0)
  }, 20_000)
}

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
    await untilNothingIsDue(() => forgetWhatIsOver(server.context))
    expect(await standsInLog(code)).toBe(false)
  })

  it('is made up for by another server that seals something', async () => {
    await sealAndDie()
    const other = await openCodeWave(server.context.database.db, wave.studyId, 1)
    wave = other
    const place = { studyId: other.studyId, waveId: other.id, version: 1 }
    let last = 10
    await untilNothingIsDue(async () => {
      for (let times = 0; times < 2; times += 1) {
        last += 1
        await answerWithCodes(server.context.database.db, place, [last])
        await sealDue(server.context)
      }
    })
  })

  it('does not count as made up for while a standby may still hold the log', async () => {
    await sealAndDie()
    await forgetWhatIsOver(withStandbyAway())
    expect(await due()).toBe(2)
    expect(server.logged()).toContain('may still lie in files')
    await untilNothingIsDue(() => clearUp(server.context))
  })
})

it('goes on where a table was in use when a wave ended, which is written down', async () => {
  const { db } = server.context.database
  const { studyId, id: waveId } = wave
  await answerWithCodes(db, { studyId, waveId, version: 1 }, [1, 2, 3])
  await closeWave(db, { studyId, waveId }, '2026-01-01')
  const reader = await db.startTransaction().execute()
  await reader.selectFrom('access_codes').select('code_hash').execute()
  await sealDue(server.context)
  await reader.rollback().execute()
  expect(server.logged()).toMatch(/"tables":\[[^\]]*"access_codes"\]/)
  expect((await dueClearings(db)).map(({ tables }) => tables)).toEqual([['responses', 'access_codes']])
  await untilNothingIsDue(() => clearUp(server.context))
})

it('has nothing to do, and does nothing, where nothing was sealed', async () => {
  expect(await clearUp(withStandbyAway())).toEqual({ uncleared: [], logs: [] })
})
