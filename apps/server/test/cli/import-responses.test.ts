import { countResponses, findWaveByAddress, readAnswers } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './study-on-disk.ts'

const HEADER = 'safe,used__1,used__2,nights,story'
/** Lines 3, 5 and 6 cannot be taken. */
const MIXED = [HEADER, '1,1,0,3,"Goed, hoor"', '7,,,,', ',,,,', '2,1,,4,', '1,0,1,veel,', '2,0,1,2.0,', ''].join('\r\n')

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.end())

async function stored(address: string): Promise<number> {
  const found = await findWaveByAddress(desk.database.db, address)
  return found === null ? -1 : countResponses(desk.database.db, found.wave.studyId, found.wave.id)
}

describe('a researcher who imports responses', () => {
  it('has the good rows stored and reads of each other row where and why', async () => {
    const address = await desk.study()
    const { code, printed } = await desk.command(
      'responses',
      'import',
      await desk.file('mixed.csv', MIXED),
      '--wave',
      address,
    )
    expect(code).toBe(2)
    expect(printed).toEqual([
      'line 3, column safe: option not offered: safe (offered 1, 2)',
      expect.stringMatching(/^line 5, column used__2: empty cell beside filled ones/),
      expect.stringMatching(/^line 6, column nights: /),
      '3 stored, 0 already there, 3 refused',
    ])
    expect(await stored(address)).toBe(3)
  })

  it('cannot put rows among answers that came with a code, nor into a round that is over', async () => {
    const withCodes = await desk.study(undefined, '--mode', 'codeAnonymous')
    const file = await desk.file('good.csv', `${HEADER}\n1,1,0,3,\n`)
    const among = await desk.command('responses', 'import', file, '--wave', withCodes)
    expect([among.code, among.warned.at(-1)]).toEqual([1, expect.stringMatching(/^wave asks for codes: /)])
    const over = await desk.study()
    await desk.command('seal', '--wave', over, '--final', '--now')
    const late = await desk.command('responses', 'import', file, '--wave', over)
    expect([late.code, late.warned.at(-1)]).toEqual([1, expect.stringMatching(/^wave is sealed: /)])
    expect([await stored(withCodes), await stored(over)]).toEqual([0, 0])
  })

  it('never reads an answer in a sentence', async () => {
    const address = await desk.study()
    const file = await desk.file('secret.csv', `${HEADER}\n1,0,1,geheim,\ngeheim,,,,\n1,geheim,0,,\n`)
    const { printed, warned } = await desk.command('responses', 'import', file, '--wave', address)
    expect(printed).toHaveLength(4)
    expect([...printed, ...warned].join('\n')).not.toContain('geheim')
  })

  it('can import the same file again: nothing is stored twice', async () => {
    const address = await desk.study()
    const file = await desk.file('mixed.csv', MIXED)
    await desk.command('responses', 'import', file, '--wave', address)
    const { code, printed } = await desk.command('responses', 'import', file, '--wave', address)
    expect([code, printed.at(-1)]).toEqual([2, '0 stored, 3 already there, 3 refused'])
    expect(await stored(address)).toBe(3)
  })

  it('can import one file into two waves', async () => {
    const file = await desk.file('good.csv', `${HEADER}\n1,1,0,3,\n1,1,0,3,\n`)
    for (const address of [await desk.study(), await desk.study()]) {
      const { code, printed } = await desk.command('responses', 'import', file, '--wave', address)
      expect([code, printed]).toEqual([0, ['2 stored, 0 already there, 0 refused']])
    }
  })

  it('keeps two people who answered the same apart, and dates them to the week of the import', async () => {
    const address = await desk.study()
    await desk.command(
      'responses',
      'import',
      await desk.file('twins.csv', `${HEADER}\n1,1,0,3,\n1,1,0,3,\n`),
      '--wave',
      address,
    )
    const found = await findWaveByAddress(desk.database.db, address)
    const rows = await desk.database.db
      .selectFrom('responses')
      .select(['id', 'channel', 'language', 'week', 'withdrawal_hash'])
      .where('wave_id', '=', found?.wave.id ?? '')
      .execute()
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2)
    expect(rows[0]).toMatchObject({ channel: 'import', language: 'nl', week: '2026-W47', withdrawal_hash: null })
  })

  it.each([
    ['an unknown column', `${HEADER},shoe\n1,1,0,3,,44\n`, /^line 1, column shoe: unknown column/],
    [
      'bytes that are not UTF-8 in its last row',
      Buffer.from(`${HEADER}\n1,1,0,3,\n1,1,0,3,caf\xe9\n`, 'latin1'),
      /^line \d: file is not UTF-8/,
    ],
    ['an open quote', `${HEADER}\n1,1,0,3,\n1,1,0,3,"${'x'.repeat(1_000_001)}`, /^line 3: row is too long/],
    ['no row at all', '', /^line 1: first line names no column/],
  ])('has nothing stored of a file with %s', async (_title, content, sentence) => {
    const address = await desk.study()
    const file = await desk.file('refused.csv', content)
    const { code, printed, warned } = await desk.command('responses', 'import', file, '--wave', address)
    expect(code).toBe(1)
    expect(printed).toEqual([expect.stringMatching(sentence)])
    expect(warned.at(-1)).toBe(`${file} was refused as a whole. Nothing was stored.`)
    expect(await stored(address)).toBe(0)
  })

  it('sees rows go by in a long file', async () => {
    const address = await desk.study()
    const rows = Array.from({ length: 2500 }, (_, place) => `${1 + (place % 2)},,,${place % 400},`)
    const file = await desk.file('long.csv', [HEADER, ...rows, ''].join('\n'))
    const { printed, warned } = await desk.command('responses', 'import', file, '--wave', address)
    expect(printed).toEqual(['2500 stored, 0 already there, 0 refused'])
    expect(warned).toEqual([
      '1000 rows checked',
      '2000 rows checked',
      '1000 of 2500 rows stored',
      '2000 of 2500 rows stored',
    ])
  })

  it('reads one sentence about a wave that is not there', async () => {
    const { code, warned } = await desk.command('responses', 'import', 'x.csv', '--wave', 'nowhere')
    expect([code, warned]).toEqual([1, ['unknown wave: nowhere', expect.stringContaining('study list')]])
  })
})

describe('a researcher who exports responses', () => {
  it('gets every cell back, empty ones and words that a spreadsheet would run', async () => {
    const rows = [`1,1,0,3,"Goed, hoor"`, ',,,,', `2,0,1,2,'=1+1`, ',1,1,,"twee\nregels"']
    const text = [HEADER, ...rows, ''].join('\r\n')
    const address = await desk.study()
    await desk.command('responses', 'import', await desk.file('in.csv', text), '--wave', address)
    const { code, printed } = await desk.command('responses', 'export', '--wave', address)
    expect(code).toBe(0)
    expect(printed.toSorted()).toEqual(text.split(/\r?\n/).slice(0, -1).toSorted())

    const found = await findWaveByAddress(desk.database.db, address)
    const answers: unknown[] = []
    if (found)
      for await (const row of readAnswers(desk.database.db, found.wave.studyId, found.wave.id, 1))
        answers.push(row.answers)
    expect(answers).toContainEqual({ safe: 2, used: [2], nights: 2, story: '=1+1' })
  })

  it('gets the same in a file, which appears whole', async () => {
    const address = await desk.study()
    await desk.command('responses', 'import', await desk.file('in.csv', `${HEADER}\n1,1,0,3,\n`), '--wave', address)
    const out = `${desk.folder}/out.csv`
    const { code, printed, warned } = await desk.command('responses', 'export', '--wave', address, '--out', out)
    expect([code, printed, warned]).toEqual([0, [], [`1 response written to ${out}.`]])
    const again = await desk.study()
    const { printed: imported } = await desk.command('responses', 'import', out, '--wave', again)
    expect(imported).toEqual(['1 stored, 0 already there, 0 refused'])
  })

  it('reads one sentence about a folder that is not there', async () => {
    const out = `${desk.folder}/nowhere/out.csv`
    const { code, warned } = await desk.command('responses', 'export', '--wave', await desk.study(), '--out', out)
    expect([code, warned]).toEqual([1, [`file cannot be written: ${out} (it does not exist)`]])
  })
})
