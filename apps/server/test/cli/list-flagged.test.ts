import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

const HEADER = 'safe,used__1,used__2,nights,story'
const ROWS = ['1,,,,Mevrouw Jansen was aardig', '2,,,,Bel mevrouw Visser op 06-12345678', '1,,,,Goed', '1,,,,']

let desk: Desk
let wave: string

beforeAll(async () => {
  desk = await openDesk()
  wave = await desk.study()
  const file = await desk.file('answers.csv', [HEADER, ...ROWS].join('\n'))
  await desk.command('responses', 'import', file, '--wave', wave)
})

afterAll(() => desk.end())

const noWordOf = (lines: readonly string[]): void =>
  expect(lines.join('\n')).not.toMatch(/Jansen|Visser|12345678|aardig/)

describe('a researcher who wants to know where open answers need redaction', () => {
  it('of an anonymous wave is told how many there are, and no more', async () => {
    const { code, printed, warned } = await desk.command('responses', 'flagged', '--wave', wave)
    expect([code, printed]).toEqual([0, ['story: name, 2 responses', 'story: phone, 1 response']])
    expect(warned.join('\n')).toContain('--purpose')
    noWordOf([...printed, ...warned])
  })

  it('with a purpose gets each with its kinds and without its words, and the purpose is kept', async () => {
    const { printed, warned } = await desk.command(
      'responses',
      'flagged',
      '--wave',
      wave,
      '--purpose',
      'Namen weghalen',
      '--by',
      'Fatima',
    )
    expect(printed.map((line) => line.replace(/^[0-9a-f-]{36} /, '')).toSorted()).toEqual([
      'story: name',
      'story: phone, name',
    ])
    noWordOf([...printed, ...warned])
    expect((await desk.command('responses', 'looks', wave)).printed).toEqual([
      `2026-11-22  ${wave}  flagged answers of 2 responses, by Fatima: Namen weghalen`,
    ])
  })

  it.each([
    ['an empty purpose', ['--purpose', ' ', '--by', 'Fatima']],
    ['no name', ['--purpose', 'Namen weghalen']],
  ])('gives no reason with %s', async (_, given) => {
    const { printed } = await desk.command('responses', 'flagged', '--wave', wave, ...given)
    expect(printed).toEqual(['story: name, 2 responses', 'story: phone, 1 response'])
  })

  it('reads so when nothing is flagged', async () => {
    const other = await desk.study()
    expect((await desk.command('responses', 'flagged', '--wave', other)).printed).toEqual([
      'No open answer of this wave is flagged.',
    ])
  })

  it('of a try-out gets nothing, and redacts nothing: it erases itself', async () => {
    const tried = await desk.study()
    await desk.database.db.updateTable('waves').set({ try_out: true }).where('address', '=', tried).execute()
    const order = ['--response', randomUUID(), '--variable', 'story', '--whole', '--why', 'Een naam', '--by', 'Fatima']
    for (const typed of [['flagged'], ['redact', ...order]]) {
      const { code, printed, warned } = await desk.command('responses', ...typed, '--wave', tried)
      expect([code, printed, warned.join()]).toEqual([1, [], expect.stringContaining('for trying out')])
    }
  })

  it('of a wave with anonymous codes gets none of fewer than ten people, whatever the reason', async () => {
    await desk.database.db.updateTable('waves').set({ mode: 'codeAnonymous' }).where('address', '=', wave).execute()
    const why = ['--purpose', 'Namen weghalen', '--by', 'Bram']
    const { printed, warned } = await desk.command('responses', 'flagged', '--wave', wave, ...why)
    expect([printed, warned.join()]).toEqual([[], expect.stringContaining('fewer than 10')])
    expect((await desk.command('responses', 'looks', wave)).printed.join()).not.toContain('Bram')
  })

  it('of a confidential wave gets the list at once', async () => {
    await desk.database.db.updateTable('waves').set({ mode: 'codeConfidential' }).where('address', '=', wave).execute()
    const { printed, warned } = await desk.command('responses', 'flagged', '--wave', wave)
    expect([printed.length, warned]).toEqual([2, []])
    noWordOf(printed)
  })
})
