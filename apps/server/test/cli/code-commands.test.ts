import { findWaveByAddress } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAccessCode } from '../../src/access/access-code.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.end())

describe('somebody who sends letters', () => {
  it('opens a round with codes and gets each code once, with the address for a QR picture', async () => {
    const first = await desk.study()
    const opened = await desk.command(
      'wave',
      'open',
      first,
      '--mode',
      'codeAnonymous',
      '--title',
      'Najaar',
      '--portion',
      '25',
    )
    expect(opened.code).toBe(0)
    const address = /^Wave: (\S+)$/m.exec(opened.printed.join('\n'))?.[1] ?? ''
    const found = await findWaveByAddress(desk.database.db, address)
    expect(found?.wave).toMatchObject({ mode: 'codeAnonymous', portion: 25, title: { nl: 'Najaar' } })
    expect(opened.printed.at(-2)).toContain('answers are counted when 50 have come')
    expect(opened.printed.at(-1)).toContain(`klankbord codes make --wave ${address}`)

    const url = 'https://meedoen.example'
    const made = await desk.command(
      'codes',
      'make',
      '--wave',
      address,
      '--count',
      '1200',
      '--stratum',
      'Wijk 1',
      '--url',
      url,
    )
    const [head, ...rows] = made.printed
    expect(head).toBe('code,address,stratum')
    const codes = rows.map((row) => row.split(',')[0] ?? '')
    expect(new Set(codes).size).toBe(1200)
    expect(codes.every((code) => 'code' in readAccessCode(code))).toBe(true)
    expect(rows[0]).toBe(`${codes[0]},${url}/v/${address}#${codes[0]},Wijk 1`)
    expect(made.warned.join()).toContain('1200 codes made')

    const stored = await desk.database.db.selectFrom('access_codes').selectAll().execute()
    expect(stored).toHaveLength(1200)
    expect(JSON.stringify(stored)).not.toContain(codes[0]?.replaceAll('-', ''))
    expect(JSON.stringify(stored)).not.toContain(codes[0])

    await desk.command('codes', 'make', '--wave', address, '--count', '3', '--url', url)
    const counted = await desk.command('codes', 'count', '--wave', address)
    expect(counted.printed).toEqual([
      '-  3 handed out, few or none used',
      'Wijk 1  1200 handed out, few or none used',
      'all  1203 handed out, few or none used',
    ])
    expect(counted.warned.join()).toContain('when 50 answers have come')
  })

  it('closes a round, and is told until when people may send', async () => {
    const address = await desk.study(undefined, '--mode', 'codeAnonymous')
    const closed = await desk.command('wave', 'close', '--wave', address)
    expect([closed.code, closed.printed]).toEqual([
      0,
      [
        `Closed: ${address}.`,
        'Who had begun, or has a code that was not used, can send until 2026-12-13. After that the server ends the round and seals what waits.',
      ],
    ])
    expect((await desk.command('wave', 'close', '--wave', address)).printed[0]).toBe(`${address} was closed before.`)
    const other = await desk.study()
    const doubt = { ask: () => Promise.resolve('') }
    expect((await desk.command(['wave', 'close', '--wave', other], doubt)).warned).toEqual(['Nothing was done.'])
    expect((await findWaveByAddress(desk.database.db, other))?.wave.state).toBe('open')
  })

  it('imports a study with a round for codes', async () => {
    const address = await desk.study(undefined, '--mode', 'codeConfidential', '--grace-days', '7')
    const found = await findWaveByAddress(desk.database.db, address)
    expect(found?.wave).toMatchObject({ mode: 'codeConfidential', graceDays: 7 })
    expect((await desk.command('codes', 'count', '--wave', address)).printed).toEqual([
      `No codes were made for ${address}.`,
    ])
  })

  it('reads where to look when there is no such round or study', async () => {
    const list = '"klankbord study list" shows all studies and rounds, with their ids and addresses.'
    expect((await desk.command('codes', 'count', '--wave', 'nergens')).warned).toEqual(['unknown wave: nergens', list])
    expect((await desk.command('wave', 'open', 'nergens')).warned).toEqual(['unknown study: nergens', list])
  })

  it('reads in the help what a code that was not used still does after closing', async () => {
    const help = async (word: string): Promise<string> => (await desk.command('wave', word, '--help')).printed.join(' ')
    expect((await help('close')).replaceAll(/\s+/g, ' ')).toContain('a code that was not used may still begin')
    expect((await help('open')).replaceAll(/\s+/g, ' ')).toContain('a code that was not used still lets somebody in')
  })

  it('gets no codes for a round that everybody may fill in', async () => {
    const address = await desk.study()
    const words = ['codes', 'make', '--wave', address, '--count', '3', '--url', 'https://meedoen.example']
    const { code, printed, warned } = await desk.command(words, {})
    expect([code, printed]).toEqual([1, []])
    expect(warned).toEqual([`wave asks for no codes: ${address} (anybody with its link can take part)`])
  })

  it('is asked for the public address when nobody said it, for it goes on letters', async () => {
    const address = await desk.study(undefined, '--mode', 'codeConfidential')
    const make = ['codes', 'make', '--wave', address, '--count', '1']
    expect(await desk.command(make, {})).toEqual({
      code: 1,
      printed: [],
      warned: [expect.stringMatching(/^public address is not known \(expected --url or KLANKBORD_URL/)],
    })
    const env = { KLANKBORD_URL: 'https://meedoen.example' }
    const named = await desk.command(make, { env })
    expect([named.printed[1], named.warned.length]).toEqual([expect.stringContaining(',https://meedoen.example/v/'), 1])
    const local = await desk.command([...make, '--url', 'http://localhost:8080'], {})
    expect([local.code, local.warned[0]]).toEqual([
      0,
      expect.stringMatching(/^http:\/\/localhost:8080 is reached from this computer only/),
    ])
  })

  it.each([
    ['--count', '0'],
    ['--count', '100001'],
    ['--count', 'x'],
    ['--stratum', '=1+1'],
    ['--stratum', 'a,b'],
  ])('is told what %s cannot be: %s', async (option, value) => {
    const rest = option === '--count' ? [] : ['--count', '1']
    const { code, warned } = await desk.command('codes', 'make', '--wave', 'x', option, value, ...rest)
    expect(code).toBe(1)
    expect(warned.join()).toContain('expected')
  })

  it.each([
    ['--portion', '19', /from 20 to 1,?000/],
    ['--grace-days', '29', /from 0 to 28/],
  ])(
    'may not mix answers of fewer than twenty, nor let people finish after their draft is gone: %s %s',
    async (option, given, limits) => {
      const { code, warned } = await desk.command('wave', 'open', 'x', '--mode', 'codeAnonymous', option, given)
      expect([code, limits.test(warned.join())]).toEqual([1, true])
    },
  )
})
