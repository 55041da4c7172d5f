import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { intoFile } from '../../src/cli/into-file.ts'
import { ownSurroundings } from '../../src/cli/surroundings.ts'
import { run } from './command.ts'
import { DEFINITION, openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let coded: string
let definition: string

beforeAll(async () => {
  desk = await openDesk()
  coded = await desk.study(undefined, '--mode', 'codeConfidential')
  definition = await desk.file('d.json', JSON.stringify(DEFINITION))
})

afterAll(() => desk.end())

const without = async (name: string): Promise<readonly string[]> =>
  (await readdir(desk.folder)).filter((file) => file.startsWith(name))

describe('somebody who wants what a command prints in a file', () => {
  it('has the codes there, readable for nobody else, and nothing on the screen but how many', async () => {
    const out = join(desk.folder, 'codes.csv')
    const { code, printed, warned } = await desk.command('codes', 'make', '--wave', coded, '--count', '3', '--out', out)
    expect([code, printed]).toEqual([0, []])
    expect(warned).toEqual([expect.stringMatching(/^3 codes made/), `Written to ${out}.`])
    const text = await readFile(out, 'utf8')
    expect(text.split('\r\n')).toHaveLength(5)
    expect(text).toMatch(/^code,address,stratum\r\n/)
    expect((await stat(out)).mode & 0o777).toBe(0o600)
    expect(await without('codes.csv')).toEqual(['codes.csv'])
  })

  it('keeps what is there already, and no code is made for nothing', async () => {
    const out = await desk.file('letters.csv', 'mine')
    const before = await desk.command('codes', 'count', '--wave', coded)
    const { code, warned } = await desk.command('codes', 'make', '--wave', coded, '--count', '3', '--out', out)
    expect([code, warned]).toEqual([1, [`file exists already: ${out} (name another one)`]])
    expect(await readFile(out, 'utf8')).toBe('mine')
    expect((await desk.command('codes', 'count', '--wave', coded)).printed).toEqual(before.printed)
  })

  it.each([
    ['questionnaire', 'codebook'],
    ['questionnaire', 'decompile'],
  ])('has the same there as %s %s shows', async (...words) => {
    const out = join(desk.folder, `${words[1]}.txt`)
    const file = (...more: readonly string[]) => run([...words, definition, ...more], { data: null, databaseUrl: null })
    const shown = await file()
    const { code, printed, warned } = await file('--out', out)
    expect([code, printed, warned]).toEqual([0, [], [`Written to ${out}.`]])
    expect(await readFile(out, 'utf8')).toBe(`${shown.printed.join('\n')}\n`)
  })

  it('has the texts of a language there', async () => {
    const out = join(desk.folder, 'texts')
    const shown = await desk.command('languages', 'texts', 'ar', '--key', 'pages/start')
    const { printed } = await desk.command('languages', 'texts', 'ar', '--key', 'pages/start', '--out', out)
    expect(printed).toEqual([])
    expect(await readFile(out, 'utf8')).toBe(`${shown.printed.join('\n')}\n`)
  })

  it('keeps a file that answers were exported to before', async () => {
    const out = await desk.file('answers.csv', 'of last week')
    const { code, warned } = await desk.command('responses', 'export', '--wave', coded, '--out', out)
    expect([code, warned[0]]).toEqual([1, expect.stringMatching(/^file exists already/)])
    expect(await readFile(out, 'utf8')).toBe('of last week')
  })

  it('finds no file where the command could not do it', async () => {
    const out = join(desk.folder, 'none.csv')
    const { code } = await desk.command('codes', 'make', '--wave', 'nergens', '--count', '3', '--out', out)
    expect(code).toBe(1)
    expect(await without('none.csv')).toEqual([])
  })

  it('reads one sentence about a folder that is not there', async () => {
    const out = join(desk.folder, 'nowhere', 'codes.csv')
    const { warned } = await desk.command('codes', 'make', '--wave', coded, '--count', '3', '--out', out)
    expect(warned).toEqual([`file cannot be written: ${out} (it does not exist)`])
  })
})

describe('codes of which some were handed out when something went wrong', () => {
  it('stay in the file, for nothing can print them again', async () => {
    const out = join(desk.folder, 'half.csv')
    const warned: string[] = []
    const place = ownSurroundings()
    const terminal = { ...place.terminal, warn: (text: string) => void warned.push(text) }
    const broken = intoFile({ ...place, terminal }, { out, keepHalf: true }, async (there) => {
      there.terminal.output.write('K7M-D93-XWPN\r\n')
      throw new Error('the database went away')
    })
    await expect(broken).rejects.toThrow('went away')
    expect(await readFile(out, 'utf8')).toBe('K7M-D93-XWPN\r\n')
    expect(warned).toEqual([`Only a part was written to ${out}: keep it, and make what is missing.`])
  })

  it('are not mixed up with those of a command that was killed', async () => {
    const out = join(desk.folder, 'again.csv')
    await writeFile(`${out}.unfinished`, 'of before', { mode: 0o644 })
    await desk.command('codes', 'make', '--wave', coded, '--count', '1', '--out', out)
    expect(await readFile(out, 'utf8')).not.toContain('of before')
    expect((await stat(out)).mode & 0o777).toBe(0o600)
  })
})
