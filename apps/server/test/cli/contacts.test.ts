import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let study: string

beforeAll(async () => {
  desk = await openDesk()
  study = await desk.study()
})
afterAll(() => desk.end())

const LIST = [
  'name,address1,address2,email,phone,reach_by',
  'Zwaantje Findmij,Plantgutstraat 1,9999 ZZ Voorbeeldstad,,,letter',
  'Bo Findmij,,,bo@voorbeeldstad.example,,',
].join('\n')

describe('somebody who sends invitations', () => {
  it('keeps a list, counts it, reads it and writes it again', async () => {
    const file = await desk.file('people.csv', LIST)
    const purpose = ['--purpose', 'invitation']
    expect(await desk.command('contacts', 'import', study, file, ...purpose)).toMatchObject({
      code: 0,
      printed: ['2 stored, 0 already there, 0 refused'],
    })
    expect((await desk.command('contacts', 'import', study, file, ...purpose)).printed).toEqual([
      '0 stored, 2 already there, 0 refused',
    ])
    expect((await desk.command('contacts', 'list', study)).printed).toEqual([
      'invitation: 2 people',
      'again: nobody',
      'results: nobody',
    ])
    const shown = (await desk.command('contacts', 'list', study, ...purpose, '--show')).printed.join('\n')
    expect(shown).toMatch(
      /^ {2}[0-9a-f-]{36} {2}Zwaantje Findmij · Plantgutstraat 1 · 9999 ZZ Voorbeeldstad · letter$/m,
    )

    const out = join(desk.folder, 'letters.csv')
    const written = await desk.command('contacts', 'export', study, ...purpose, '--out', out)
    expect(written.warned.join()).toContain('2 people written to')
    expect((await stat(out)).mode & 0o777).toBe(0o600)
    const csv = await readFile(out, 'utf8')
    expect(csv).toContain('Zwaantje Findmij')
    expect((await desk.command('contacts', 'export', study, ...purpose)).printed.join('\r\n') + '\r\n').toBe(csv)
  })

  it('reads line and column of what is wrong, and never who it is about', async () => {
    const file = await desk.file('faulty.csv', `${LIST}\nGeheimhouder,,,geheim at straat,,\n,Geheimstraat 1,,,,\n`)
    const told = await desk.command('contacts', 'import', study, file, '--purpose', 'results')
    expect(told).toMatchObject({ code: 2 })
    expect(told.printed).toEqual([
      'line 4, column email: wrong cell: email (expected one e-mail address)',
      expect.stringMatching(/^line 5, column name: wrong cell: name/),
      '2 stored, 0 already there, 2 refused',
    ])
    const people = await desk.file('people-only.csv', 'Geheimhouder,Geheimstraat 1\n')
    const refused = await desk.command('contacts', 'import', study, people, '--purpose', 'results')
    expect(refused.code).toBe(1)
    expect([...told.printed, ...told.warned, ...refused.printed, ...refused.warned].join('\n')).not.toMatch(/geheim/i)
  })

  it('reads in one sentence that a purpose, a study or a file is not there', async () => {
    const file = await desk.file('people.csv', LIST)
    const sentence = async (...words: readonly string[]): Promise<string> => {
      const { code, warned } = await desk.command('contacts', ...words)
      expect(code).toBe(1)
      return warned.join('\n')
    }
    expect(await sentence('import', study, file, '--purpose', 'reclame')).toBe(
      'unknown purpose: reclame (expected invitation, again, results)',
    )
    expect(await sentence('list', 'nergens')).toBe('unknown study: nergens')
    expect(await sentence('import', study, join(desk.folder, 'weg.csv'), '--purpose', 'again')).toContain('weg.csv')
    expect(await sentence('erase', study)).toContain("required option '--by <name>'")
  })
})

describe('somebody who takes people off the list', () => {
  it('deletes one, then all with their key, and proves both', async () => {
    const own = await openDesk()
    const address = await own.study()
    const file = await own.file('people.csv', LIST)
    await own.command('contacts', 'import', address, file, '--purpose', 'again')
    const shown = (await own.command('contacts', 'list', address, '--show')).printed.join('\n')
    const id = /([0-9a-f-]{36}) {2}Bo/.exec(shown)?.[1] ?? ''
    const by = ['--by', 'Fatima']
    expect((await own.command('contacts', 'erase', address, '--id', id, '--withdrawn', ...by)).printed).toEqual([
      '1 person deleted.',
    ])
    expect((await own.command('contacts', 'erase', address, '--id', id, ...by)).warned).toEqual([
      `unknown contact: ${id}`,
    ])
    const all = await own.command('contacts', 'erase', address, ...by)
    expect(all.printed).toEqual(['1 person deleted.', expect.stringMatching(/key .* destroyed too: [0-9a-f]{16}\.$/)])
    expect((await own.command('contacts', 'erase', address, ...by)).printed).toEqual(['There was nobody to delete.'])

    const proof = await own.command('retention', 'proof', address)
    expect(proof.code).toBe(0)
    expect(proof.printed.filter((line) => /^\d/.test(line))).toEqual([
      '1. 2026-11-22  1 contacts, consent was taken back, by Fatima',
      '2. 2026-11-22  1 contacts, somebody decided it, by Fatima',
    ])
    expect(proof.printed.at(-1)).toMatch(/^The proof is whole: 2 deletions\./)
    expect(proof.printed.join('\n')).not.toMatch(/Findmij/)
    await own.end()
  })

  it('is stopped by a hold', async () => {
    await desk.command('retention', 'hold', study, '--reason', 'Klacht 12', '--by', 'Bram')
    const before = (await desk.command('contacts', 'list', study)).printed
    const { code, warned } = await desk.command('contacts', 'erase', study, '--by', 'Fatima')
    expect([code, warned.join()]).toEqual([1, expect.stringMatching(/^study is held since 2026-11-22/)])
    expect((await desk.command('contacts', 'list', study)).printed).toEqual(before)
    await desk.command('retention', 'release', study, '--by', 'Bram')
  })
})

it('is told that the key is not there, when it is not', async () => {
  const own = await openDesk()
  const address = await own.study()
  await own.command('contacts', 'import', address, await own.file('people.csv', LIST), '--purpose', 'again')
  const stranger = await openDesk({ databaseUrl: own.database.connectionString, seed: 99 })
  const { code, warned } = await stranger.command('contacts', 'list', address, '--show')
  expect([code, warned]).toEqual([1, [expect.stringMatching(/^key of the installation is not there/)]])
  await stranger.end()
  await own.end()
})
