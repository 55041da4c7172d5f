import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knownKey } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installationKeys } from '../../src/keys/installation-key.ts'
import { run, type Finished } from './command.ts'
import { serving } from './serving.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let address: string
let key: string
let fingerprint: string

beforeEach(async () => {
  desk = await openDesk()
  address = await desk.study(undefined, '--mode', 'codeConfidential')
  key = join(desk.folder, 'data', 'klankbord.key')
  fingerprint = (await knownKey(desk.database.db)) ?? ''
})

afterEach(() => desk.end())

const PUBLIC = ['--url', 'https://meedoen.example']
const make = (): Promise<Finished> => desk.command('codes', 'make', '--wave', address, '--count', '2', ...PUBLIC)

describe('somebody whose key was moved and not named', () => {
  it('reads which key was expected and where it was looked for, and none is made anew', async () => {
    renameSync(key, join(desk.folder, 'moved'))
    const { code, printed, warned } = await make()
    expect([code, printed]).toEqual([1, []])
    expect(warned).toEqual([
      `key of the installation is not there: looked for ${key}, as KLANKBORD_KEY_FILE is not set (expected the one with ` +
        `fingerprint ${fingerprint}, which codes and contacts are stored under: put it back or name its file with ` +
        'KLANKBORD_KEY_FILE; if it is lost for good, "klankbord keys replace" says what is lost with it)',
    ])
    expect(existsSync(key)).toBe(false)
  })

  it('does not start a server that would refuse every code', async () => {
    rmSync(key)
    const where = { data: join(desk.folder, 'data'), databaseUrl: desk.database.connectionString }
    await expect(serving({ ...where, flags: ['--no-sample'] })).rejects.toThrow('key of the installation is not there')
    expect(existsSync(key)).toBe(false)
  })

  it('goes on as before once its file is named', async () => {
    const moved = join(desk.folder, 'moved')
    renameSync(key, moved)
    const env = { KLANKBORD_KEY_FILE: moved }
    const options = { data: join(desk.folder, 'data'), databaseUrl: desk.database.connectionString, env }
    const named = await run(['codes', 'make', '--wave', address, '--count', '2', ...PUBLIC], options)
    expect([named.code, named.printed.length]).toEqual([0, 3])
    const slip = await run(['study', 'list'], { ...options, env: { KLANKBORD_KEY_FILE: `${moved}x` } })
    expect(slip.warned[0]).toContain(`looked for ${moved}x, as KLANKBORD_KEY_FILE says`)
    expect(existsSync(`${moved}x`)).toBe(false)
  })

  it('is refused another key, with the fingerprint of both', async () => {
    writeFileSync(key, 'ab'.repeat(32))
    const { code, warned } = await make()
    const found = installationKeys(
      { key: 'ab'.repeat(32), file: null, dataFolder: '' },
      { bytes: () => new Uint8Array() },
    )
    expect(code).toBe(1)
    expect(warned[0]).toContain(
      `${key}, as KLANKBORD_KEY_FILE is not set holds the key with fingerprint ${found.fingerprint}`,
    )
    expect(warned[0]).toContain(`fingerprint ${fingerprint}`)
  })

  it('can still make a backup', async () => {
    rmSync(key)
    const passphrase = await desk.file('passphrase', 'juiste paardebatterij niet\n')
    const made = await desk.command('backup', '--to', desk.folder, '--passphrase-file', passphrase)
    expect([made.code, made.warned]).toEqual([0, []])
    expect((await desk.command('backup', 'list')).code).toBe(0)
    expect((await desk.command('backup', 'expire')).code).toBe(0)
    expect(existsSync(key)).toBe(false)
  })
})

describe('somebody who asks which key is meant', () => {
  it('reads its fingerprint, and whether it is there', async () => {
    const there = await desk.command('keys', 'show')
    expect([there.code, there.printed]).toEqual([0, [`The database knows the key with fingerprint ${fingerprint}.`]])
    rmSync(key)
    const gone = await desk.command('keys', 'show')
    expect([gone.code, gone.warned[0]]).toEqual([1, expect.stringContaining('is not there')])
  })

  it('reads that there is none where none was used yet', async () => {
    rmSync(key)
    await sql`delete from installation_key`.execute(desk.database.db)
    expect((await desk.command('keys', 'show')).printed).toEqual([
      'No key was used with this database yet.',
      'There is no key yet; it will be made at the first start.',
    ])
    expect(existsSync(key)).toBe(false)
  })
})

describe('somebody whose key is lost for good', () => {
  const people = 'name,address1\nAbdel,Dorpsstraat 1\nBea,Dorpsstraat 2\n'
  /** With other randomness than that which made the key. */
  const replace = (): Promise<Finished> => {
    const where = { data: join(desk.folder, 'data'), databaseUrl: desk.database.connectionString, seed: 2 }
    return run(['keys', 'replace', '--by', 'Fatima'], where)
  }

  it('reads first what is lost with it, and nothing changes', async () => {
    await desk.command('contacts', 'import', address, await desk.file('p.csv', people), '--purpose', 'invitation')
    rmSync(key)
    const { code, printed, warned } = await desk.command('keys', 'replace')
    expect(code).toBe(1)
    expect(printed.join('\n')).toContain(`not used yet lets anybody in: ${address}.`)
    expect(printed.join('\n')).toContain('2 contacts can never be read again.')
    expect(warned[0]).toMatch(/^Nothing was changed/)
    expect(await knownKey(desk.database.db)).toBe(fingerprint)
    expect(existsSync(key)).toBe(false)
  })

  it('reads of a round that closed, too, while a code that was not used still lets somebody in', async () => {
    const [closed, without] = [
      await desk.study(undefined, '--mode', 'codeConfidential'),
      await desk.study(undefined, '--mode', 'codeConfidential'),
    ]
    await desk.command('codes', 'make', '--wave', closed, '--count', '1', ...PUBLIC)
    for (const wave of [closed, without]) await desk.command('wave', 'close', '--wave', wave)
    const told = (await desk.command('keys', 'replace')).printed.join('\n')
    expect([told.includes(closed), told.includes(without)]).toEqual([true, false])
  })

  it('goes on with a new one, and what only the old one opened is deleted with a proof', async () => {
    await desk.command('contacts', 'import', address, await desk.file('p.csv', people), '--purpose', 'invitation')
    rmSync(key)
    const { code, printed } = await replace()
    expect(code).toBe(0)
    const now = await knownKey(desk.database.db)
    expect(printed[0]).toContain(`the key with fingerprint ${now} is the one`)
    expect(now).not.toBe(fingerprint)
    expect(printed).toContain('2 people deleted.')
    expect((await desk.command('retention', 'proof', address)).printed[0]).toMatch(/2 contacts.*by Fatima$/)
    expect((await make()).code).toBe(0)
    expect(
      (await desk.command('contacts', 'import', address, await desk.file('p.csv', people), '--purpose', 'again')).code,
    ).toBe(0)
    expect((await replace()).printed[0]).toMatch(/nothing has to be replaced/)
  })

  it('keeps the contacts of a study that is held', async () => {
    await desk.command('contacts', 'import', address, await desk.file('p.csv', people), '--purpose', 'invitation')
    await desk.command('retention', 'hold', address, '--reason', 'Klacht 12', '--by', 'Bram')
    rmSync(key)
    const { code, warned } = await replace()
    expect([code, warned[0]]).toEqual([1, expect.stringMatching(/^study is held/)])
    expect(await knownKey(desk.database.db)).toBe(fingerprint)
  })
})

describe('somebody who mistypes the folder', () => {
  it.each([
    ['study', 'list'],
    ['backup', 'list'],
    ['keys', 'show'],
    ['codes', 'count', '--wave', 'x'],
    ['user', 'add', 'Ans', '--administrator'],
  ])('reads at %s %s that there is no database, and none is made', async (...words) => {
    const data = join(desk.folder, 'slip')
    const { code, printed, warned } = await run(words, { data, databaseUrl: null })
    expect([code, printed]).toEqual([1, []])
    expect(warned).toEqual([
      `no database in this folder: ${data} (expected --data or KLANKBORD_DATA with the folder of the server; ` +
        'only "klankbord serve" and "klankbord migrate" make one)',
    ])
    expect(readdirSync(desk.folder)).not.toContain('slip')
  })

  it('names it once, for all commands, in the environment', async () => {
    const data = mkdtempSync(join(tmpdir(), 'kb-'))
    const env = { KLANKBORD_DATA: data }
    expect((await run(['migrate'], { data: null, databaseUrl: null, env })).code).toBe(0)
    expect(readFileSync(join(data, 'klankbord.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
    expect(await run(['study', 'list'], { data: null, databaseUrl: null, env })).toMatchObject({ code: 0, warned: [] })
    rmSync(data, { recursive: true })
  })
})
