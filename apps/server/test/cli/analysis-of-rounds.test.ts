import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunOptions } from './command.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

const CHOICES = [
  { value: 1, text: 'Ja', tone: 'positive' },
  { value: 2, text: 'Nee', tone: 'negative' },
]
const AREAS = [
  { value: 1, text: 'Oost' },
  { value: 2, text: 'West' },
]
const DEFINITION = {
  title: { nl: 'Nachtopvang' },
  locale: 'nl',
  pages: [
    {
      name: 'een',
      elements: [
        { type: 'radiogroup', name: 'safe', title: 'Voelt u zich hier veilig?', choices: CHOICES },
        { type: 'radiogroup', name: 'area', title: 'Waar slaapt u?', choices: AREAS },
      ],
    },
  ],
}

let desk: Desk
let first: string
let second: string

beforeAll(async () => {
  desk = await openDesk()
  first = await desk.study(DEFINITION)
  const opened = await desk.command('wave', 'open', first, '--mode', 'open')
  second = /\/v\/(\S+)/.exec(opened.printed.join('\n'))?.[1] ?? ''
  await answer(first, [40, 60], '2025-W10')
  await answer(second, [75, 25], '2026-W10')
}, 60_000)
afterAll(() => desk.end())

/** So many who are and are not safe, a fifth of both in the east. */
async function answer(address: string, [yes, no]: readonly [number, number], week: string): Promise<void> {
  const rows = [1, 2].flatMap((code, at) =>
    Array.from({ length: [yes, no][at] ?? 0 }, (_, place) => `${code},${place % 5 === 0 ? 1 : 2}`),
  )
  const file = await desk.file(`${address}.csv`, ['safe,area', ...rows].join('\n'))
  await desk.command('responses', 'import', file, '--wave', address)
  await desk.database.db
    .updateTable('responses')
    .set({ channel: 'web', week })
    .where('wave_id', 'in', (of) => of.selectFrom('waves').select('id').where('address', '=', address))
    .execute()
}

async function printed(words: readonly string[], others: Partial<RunOptions> = {}): Promise<readonly string[]> {
  const finished = await desk.command(['analysis', ...words], others)
  expect({ code: finished.code, warned: finished.warned }).toEqual({ code: 0, warned: [] })
  return finished.printed
}
const analysis = (...words: readonly string[]): Promise<readonly string[]> => printed(words)

/** Codes stand in a file, so that this needs no data. */
const NO_DATA = { data: null }

describe('somebody at the keyboard who wants figures of rounds', () => {
  it('reads how a question went, in words', async () => {
    expect(await analysis('trend', '--wave', first, '--question', 'safe')).toEqual([
      'share of safe with code 1; a difference is called one from 5.0 points of a hundred, with at least 30 people on both sides',
      'First round (2025-W10)  40.0 %  (30.9 % to 49.8 %), 100 people',
      '  +35.0  (+21.5 to +46.7), p < 0.001, corrected < 0.001: higher',
      'Round 2026 (2026-W10)  75.0 %  (65.7 % to 82.5 %), 100 people',
    ])
  })

  it('is told that small groups say nothing, where the least difference is larger than what was found', async () => {
    const [, , step] = await analysis('trend', '--wave', first, '--question', 'safe', '--least-difference', '0.5')
    expect(step).toContain('no clear difference')
  })

  it('sees what weights would do, and where they cannot be', async () => {
    const file = await desk.file('targets.csv', 'variable;category;count\narea;Oost;500\narea;West;500\n')
    const lines = await analysis('weights', '--wave', first, '--targets', file)
    expect(lines).toContain(
      'weighted by area (post-stratification): 100 people weigh 0.63 to 2.50; design effect 1.56, as good as 64 people with equal weights',
    )
    expect(lines.slice(-2)).toEqual([
      '  area: Oost  to be 50.00, reached 50.00',
      '  area: West  to be 50.00, reached 50.00',
    ])
    const twice = await desk.file('twice.csv', 'variable,category,count\narea,Oost,500\narea,1,500\n')
    expect((await desk.command('analysis', 'weights', '--wave', first, '--targets', twice)).warned).toEqual([
      'named twice in the margins: area, 1 (line 3)',
    ])
    const misspelt = await desk.file('misspelt.csv', 'variable,category,count\narea,Noost,500\n')
    expect((await desk.command('analysis', 'weights', '--wave', first, '--targets', misspelt)).warned).toEqual([
      'area has no answer Noost (it has 1 Oost, 2 West)',
    ])
    const thirds = await desk.file('thirds.csv', 'variable,category,share\narea,Oost,0.1985714285714\narea,West,0.9\n')
    expect((await desk.command('analysis', 'weights', '--wave', first, '--targets', thirds)).warned).toEqual([
      'margins do not add up to the same: area come to 1.0986',
    ])
    const half = await desk.file('half.csv', 'variable,category,count\narea,Oost,500\n')
    const refused = await desk.command('analysis', 'weights', '--wave', first, '--targets', half)
    expect(refused.code).toBe(1)
    expect(refused.warned.join('\n')).toContain('West')
  })

  it('is told that there is no response rate without a list, and no scale in this questionnaire', async () => {
    expect(await analysis('response', '--wave', first)).toEqual([
      '100 people answered. Nobody knows who could have, so there is no response rate.',
    ])
    expect(await analysis('scales', '--wave', first)).toEqual(['The questionnaire defines no scales.'])
  })

  it('sets a round beside another study, and reads why that cannot be', async () => {
    const reworded = {
      ...DEFINITION,
      pages: [{ name: 'een', elements: [{ ...DEFINITION.pages[0]?.elements[0], title: 'Bent u hier op uw gemak?' }] }],
    }
    const other = await desk.study(reworded)
    const same = await desk.study(DEFINITION)
    await answer(same, [20, 80], '2026-W11')
    const lines = await analysis('benchmark', '--wave', first, '--question', 'safe', '--with', same, other)
    expect(lines.slice(2)).toEqual([
      'Eigen organisatie, Nachtopvang (2026-W11)  20.0 %  (13.3 % to 28.9 %), 100 people',
      '  +20.0  (+7.3 to +31.9), p 0.003, corrected 0.003: higher',
      'Eigen organisatie, Nachtopvang',
      '  cannot be compared: other words',
    ])
  })

  it.each(['scales', 'frequencies', 'trend --question safe', 'benchmark --question safe --with gone'])(
    'is told which languages there are, not given another one: %s',
    async (words) => {
      const typed = ['analysis', ...words.split(' '), '--wave', first, '--language', 'xx']
      const refused = await desk.command(typed, {})
      expect(refused).toMatchObject({ code: 1, printed: [], warned: [expect.stringMatching(/xx.*nl/)] })
    },
  )

  it('is told that a word is no command of the group', async () => {
    const refused = await desk.command(['analysis', 'comparison', '--wave', first], {})
    expect(refused).toMatchObject({ code: 1, printed: [], warned: ["error: unknown command 'comparison'"] })
  })

  it('gets all digits as JSON', async () => {
    const lines = await analysis('trend', '--wave', first, second, '--question', 'safe', '--json')
    expect(JSON.parse(lines.join('\n'))).toMatchObject({ rounds: [{ estimate: { n: 100 } }, { estimate: { n: 100 } }] })
  })
})

describe('somebody who had answers coded twice', () => {
  const rows = [...Array.from({ length: 20 }, () => 'a,a'), ...Array.from({ length: 5 }, () => 'a,b')]
  const more = [...Array.from({ length: 10 }, () => 'b,a'), ...Array.from({ length: 15 }, () => 'b,b')]

  it('reads how well the coders agree, with any number of them', async () => {
    const file = await desk.file('codes.csv', ['Bo,Ali', ...rows, ...more].join('\n'))
    expect(await printed(['coders', file, '--coder', 'Bo', 'Ali'], NO_DATA)).toEqual([
      'Bo, Ali: 50 answers, 2 codes',
      'Cohen’s kappa 0.40  (0.15 to 0.65): they agreed on 70.0 % of 50, by chance it would be 50.0 %',
      expect.stringMatching(/^Krippendorff’s alpha 0\.40 {2}\(.*\), over 50 answers .*: too low to conclude from/),
    ])
    const three = await desk.file('three.csv', 'Bo,Ali,Els\na,a,a\nb,b,a\nc,c,c\n')
    const all = ['coders', three, '--coder', 'Bo', 'Ali', 'Els']
    expect((await printed(all, NO_DATA))[1]).toContain('Krippendorff')
  })

  it('is told which codes the order lacks, and where a file cannot be read', async () => {
    const file = await desk.file('codes.csv', ['Bo,Ali', ...rows].join('\n'))
    const ordered = ['--coder', 'Bo', 'Ali', '--level', 'ordinal', '--order', 'a,c']
    const lacking = await desk.command(['analysis', 'coders', file, ...ordered], NO_DATA)
    expect(lacking).toMatchObject({
      code: 1,
      warned: [expect.stringContaining('not in the order that was given: a, c')],
    })
    const short = await desk.file('short.csv', 'Bo,Ali\na,a\na\n')
    expect(await desk.command(['analysis', 'coders', short, '--coder', 'Bo', 'Ali'], NO_DATA)).toMatchObject({
      code: 1,
      warned: [expect.stringContaining('line 3')],
    })
  })

  it('reads no conclusion from a few answers, and no certainty from codes that are always the same', async () => {
    const one = await desk.file('one.csv', 'Bo,Ali\na,b\n')
    expect(await printed(['coders', one, '--coder', 'Bo', 'Ali'], NO_DATA)).toEqual([
      'Bo, Ali: 1 answer, 2 codes',
      'Cohen’s kappa: too few answers',
      'Krippendorff’s alpha: too few answers',
    ])
    const same = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? 'a,a' : 'b,b'))
    const alike = await desk.file('alike.csv', ['Bo,Ali', ...same].join('\n'))
    const [, kappa, alpha] = await printed(['coders', alike, '--coder', 'Bo', 'Ali'], NO_DATA)
    const unsure = '1.00  (no interval: these answers do not tell how sure this is)'
    expect([kappa, alpha]).toEqual([expect.stringContaining(unsure), expect.stringContaining(unsure)])
  })

  it('has to say who coded, since the numbers of answers look like codes', async () => {
    const file = await desk.file('numbered.csv', 'answer,Bo,Ali\n1,wait,wait\n2,staff,wait\n')
    expect(await desk.command(['analysis', 'coders', file], NO_DATA)).toMatchObject({
      code: 1,
      printed: [],
      warned: [
        'name at least two columns of coders, each once (the file has answer, Bo, Ali)',
        'Name them with --coder, as in: --coder Bo Ali',
      ],
    })
    expect(await desk.command(['analysis', 'coders', file, '--coder', 'Bo', 'Alli'], NO_DATA)).toMatchObject({
      code: 1,
      printed: [],
      warned: ['no column Alli in the file of codes (it has answer, Bo, Ali)'],
    })
  })
})
