import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let named: string

beforeAll(async () => {
  desk = await openDesk({ data: null })
  named = join(desk.folder, 'named')
  mkdirSync(named)
})

afterAll(() => desk.end())

/** Without it a backup is refused before anybody looks for the data. */
const PASSPHRASE = { KLANKBORD_PASSPHRASE: 'vier woorden die niemand raadt' }

/** Where a command that finds no database says that it looked. */
async function lookedIn(...words: readonly string[]): Promise<string> {
  const { code, warned } = await desk.command(words, { databaseUrl: null, env: PASSPHRASE })
  expect(code).toBe(1)
  return warned.join('\n')
}

describe('somebody who names the folder of the data', () => {
  it.each([
    ['behind the command', ['study', 'list', '--data']],
    ['before it', ['--data', 'FOLDER', 'study', 'list']],
    ['between its words', ['study', '--data', 'FOLDER', 'list']],
    ['before a command that can be left out', ['backup', '--data', 'FOLDER', '--to', 'there']],
  ])('is understood %s', async (_where, words) => {
    const typed = words.includes('FOLDER') ? words.map((word) => (word === 'FOLDER' ? named : word)) : [...words, named]
    expect(await lookedIn(...typed)).toContain(named)
  })

  it('is taken at the last word, where two are named', async () => {
    expect(await lookedIn('--data', join(desk.folder, 'other'), 'study', 'list', '--data', named)).toContain(named)
  })

  it('needs none for what is read from a file', async () => {
    const file = await desk.file('study.json', JSON.stringify({ title: 'x', locale: 'nl', pages: [] }))
    expect((await desk.command('--data', named, 'questionnaire', 'check', file)).warned).toEqual([])
  })
})
