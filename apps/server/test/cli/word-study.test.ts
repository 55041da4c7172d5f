import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findStudy, listStudies } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let folder: string
let study: string

beforeAll(async () => {
  desk = await openDesk()
  folder = await mkdtemp(join(tmpdir(), 'kb-'))
  const words = [
    '--instrument',
    'wmo-client-experience',
    '--title',
    'Wmo in het dorp',
    '--organisation',
    'Gemeente Dorp',
  ]
  expect((await desk.command('study', 'new', ...words)).code).toBe(0)
  study = (await listStudies(desk.database.db))[0]?.id ?? ''
})

afterAll(async () => {
  await desk.end()
  await rm(folder, { recursive: true })
})

async function wordsFile(content: unknown): Promise<string> {
  const path = join(folder, 'words.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const linesIn = (printed: readonly string[]): readonly string[] => printed.join('\n').split('\n')

async function definition(): Promise<string> {
  return (await findStudy(desk.database.db, study))?.definition.text ?? ''
}

describe('somebody who keeps the earlier words of a municipality in a file', () => {
  it('reads each topic with whose words it has', async () => {
    const { code, printed } = await desk.command('study', 'wording', study)
    expect(code).toBe(0)
    expect(linesIn(printed)).toHaveLength(10)
    expect(linesIn(printed)[5]).toMatch(/^T6 {2}our words [0-9a-f]{12} {2}Mijn hulp is goed\.$/)
  })

  it('enters them, and takes ours back with null', async () => {
    const before = await definition()
    const file = await wordsFile({ T6: { title: { nl: 'De ondersteuning is in orde.' } } })
    const entered = await desk.command('study', 'wording', study, '--file', file)
    expect(linesIn(entered.printed)[5]).toMatch(/^T6 {2}own words [0-9a-f]{12} {2}De ondersteuning is in orde\.$/)
    expect(await definition()).not.toContain('wmo-client-experience.t6.v1')
    const back = await wordsFile({ T6: null })
    expect((await desk.command('study', 'wording', study, '--file', back)).code).toBe(0)
    expect(JSON.parse(await definition())).toEqual(JSON.parse(before))
  })

  it.each([
    ['a study that is not there', 'Elders', {}, /Elders/],
    ['a topic that is not there', null, { T11: { title: { nl: 'Zin' } } }, /unknown topic: T11/],
    [
      'an answer that is not there',
      null,
      { T6: { title: { nl: 'Zin' }, answers: { 9: { nl: 'X' } } } },
      /T6\/answers\/9/,
    ],
    ['a file that is no JSON', null, '{"T6": ', /definition is not JSON/],
  ])('reads in one sentence what is wrong with %s, and nothing is changed', async (_, elsewhere, content, sentence) => {
    const before = await definition()
    const { code, warned } = await desk.command(
      'study',
      'wording',
      elsewhere ?? study,
      '--file',
      await wordsFile(content),
    )
    expect([code, warned.join('\n')]).toEqual([1, expect.stringMatching(sentence)])
    expect(await definition()).toBe(before)
  })
})
