import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type Finished } from './command.ts'

const DEFINITION = {
  locale: 'nl',
  title: { default: 'Hulp', ar: 'المساعدة' },
  pages: [
    {
      name: 'one',
      elements: [
        {
          type: 'radiogroup',
          name: 'quick',
          prompt: 'Bent u het eens?',
          title: 'De hulp kwam snel.',
          description: 'Denk aan dit jaar.',
          audio: { default: '/recordings/quick.mp3', ar: '/recordings/quick-ar.mp3' },
          choices: [
            { value: 1, text: 'Ja', audio: '/recordings/quick-1.mp3' },
            { value: 2, text: 'Nee', audio: '/recordings/Nee.wav' },
            { value: 3, text: 'Anders' },
          ],
        },
      ],
    },
  ],
}

let data: string
let file: string

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kb-'))
  file = join(data, 'definition.json')
  await mkdir(join(data, 'recordings'))
  await writeFile(join(data, 'recordings', 'quick.mp3'), 'sound')
  await writeFile(file, JSON.stringify(DEFINITION))
})

afterAll(() => rm(data, { recursive: true, force: true }))

const recordings = (...more: readonly string[]): Promise<Finished> =>
  run(['questionnaire', 'recordings', file, '--data', data, ...more], { data: null, databaseUrl: null })

describe('somebody who records a questionnaire for people who listen', () => {
  it('reads what to say, which recordings are there, and which of those that are named are not', async () => {
    const { code, printed } = await recordings()
    expect(printed).toEqual([
      'recorded  quick: Bent u het eens? De hulp kwam snel. Denk aan dit jaar. (/recordings/quick.mp3)',
      'MISSING   quick 1: Ja (no file for /recordings/quick-1.mp3)',
      'REFUSED   quick 2: Nee (/recordings/Nee.wav is not given out: name it /recordings/NAME.mp3 or .m4a, in small letters)',
      '          quick 3: Anders',
      `nl: 1 recording in ${join(data, 'recordings')}, 2 named that nobody would hear, 1 text without.`,
    ])
    expect(code).toBe(1)
  })

  it('asks about one language at a time', async () => {
    const { printed } = await recordings('--language', 'ar')
    expect(printed[0]).toBe(
      'MISSING   quick: Bent u het eens? De hulp kwam snel. Denk aan dit jaar. (no file for /recordings/quick-ar.mp3)',
    )
    expect((await recordings('--language', 'fr')).code).toBe(1)
  })

  it('is content with a definition that names none', async () => {
    const elements = [{ type: 'comment', name: 'wish', title: 'Wat kan beter?' }]
    await writeFile(file, JSON.stringify({ ...DEFINITION, pages: [{ name: 'one', elements }] }))
    expect((await recordings()).code).toBe(0)
  })
})
