import type { Answers, CheckedAnswers } from '@klankbord/model'
import { askedAnswers, check, codebook, pack } from '@klankbord/questionnaire'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { csvColumns } from '../src/csv-column.ts'
import { readResponsesCsv, writeResponsesCsv } from '../src/index.ts'
import { compiled, EVERYTHING } from './questionnaires.ts'
import { inPieces, readAll, refusals, taken } from './reading.ts'

const everything = compiled(EVERYTHING)
const book = codebook(everything)

const colours = ['rood', 'groen', 'blauw']
const words = fc
  .string({
    unit: fc.constantFrom('=', '-', "'", ',', ';', '"', '\r\n', ' ', 'a', 'é', '🙂'),
    minLength: 1,
    maxLength: 12,
  })
  .filter((text) => text.length <= 40)
/** An input of one line takes no line end. */
const line = words.filter((text) => !/[\r\n]/.test(text))
const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const number = fc.double({ min: 0, max: 1e6, noNaN: true }).map(Math.abs)
const choice = fc.constantFrom(...colours, 'other')
const ticked = fc.oneof(fc.subarray([...colours, 'other'], { minLength: 1 }), fc.constant([-3]))

const some = <Value>(parts: Readonly<Record<string, fc.Arbitrary<Value>>>): fc.Arbitrary<Record<string, Value>> =>
  fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<Record<string, Value>>
const filled = (value: object): boolean => Object.keys(value).length > 0
/** Words stand only beside "other". */
const fitting = ({ 'who-Comment': comment, ...panel }: Record<string, unknown>): Record<string, unknown> =>
  panel['who'] === 'other' && comment !== undefined ? { ...panel, 'who-Comment': comment } : panel

const panel = some<unknown>({
  who: choice,
  'who-Comment': line,
  what: fc.oneof(fc.subarray(colours, { minLength: 1 }), fc.constant([-3])),
  hours: number,
  why: words,
}).map(fitting)

const answers = some<unknown>({
  radio: choice,
  'radio-Comment': line,
  ticks: ticked,
  'ticks-Comment': line,
  drop: fc.constantFrom('-1', '=x', 'y'),
  rate: fc.integer({ min: 0, max: 10 }),
  yes: fc.boolean(),
  rank: fc.shuffledSubarray(colours, { minLength: 1 }),
  places: fc.shuffledSubarray(['Mijn buren', 'De gemeente'], { minLength: 2 }),
  weeks: number,
  day,
  since: day.map((date) => date.slice(0, 7)),
  mail: fc.constantFrom('a@b.nl', 'iemand@example.org'),
  story: words,
  care: some({ quick: fc.constantFrom(1, 2, -3), '2': fc.constantFrom(1, 2), kind: fc.constantFrom(1, -3) }).filter(
    filled,
  ),
  several: some<unknown>({ first: line, second: number, third: day }).filter(filled),
  helpers: fc.array(panel, { minLength: 1, maxLength: 3 }).filter((panels) => panels.some(filled)),
  signed: fc.constant('data:image/png;base64,iVBORw0KGgo='),
})

/** What somebody could have sent: without what routing left out, and without words beside an option not chosen. */
function checkedOf(drawn: Record<string, unknown>): CheckedAnswers {
  const result = check(everything, askedAnswers(everything, drawn as Answers))
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.checked
}

async function written(records: readonly CheckedAnswers[]): Promise<string> {
  let text = ''
  for await (const piece of writeResponsesCsv(everything, records)) text += piece
  return text
}

describe('a file with answers to every element', () => {
  it('gives every record back: order, panels, words beside "other", kinds of empty and what was worked out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { maxLength: 4 }), fc.integer({ min: 1, max: 500 }), async (drawn, size) => {
        const records = drawn.map(checkedOf)
        const read: unknown[] = []
        for await (const row of readResponsesCsv(inPieces(await written(records), size), everything)) {
          if ('findings' in row) throw new Error(JSON.stringify(row.findings))
          read.push({ ...row, line: 0 })
        }
        expect(read).toEqual(records.map((record) => ({ ...record, line: 0 })))
      }),
      { seed: 2026, numRuns: 200 * inject('sampleFactor') },
    )
  })

  it('has a column for each variable of a question, and for each option where several can be ticked', () => {
    const headers = csvColumns(everything).map((column) => column.header)
    const variables = book.variables.filter(({ type, source }) => type !== 'duration' && source.kind !== 'derived')
    const expected = variables.flatMap(({ name, type, categories }) =>
      type === 'multiple' ? categories.map(({ code }) => `${name}__${code}`) : [name],
    )
    expect(headers).toEqual(expected)
    expect(new Set(headers).size).toBe(headers.length)
    expect(headers).toEqual(
      expect.arrayContaining([
        'ticks__-3',
        'radio__other',
        'rank__groen',
        'places__2',
        'care__2',
        'helpers__3__what__1',
      ]),
    )
  })

  it('packs as the answers did that it was written from', async () => {
    const checked = checkedOf({ weeks: 3, rank: ['blauw', 'rood'], helpers: [{}, { who: 'groen' }] })
    const [row] = await readAll(await written([checked]), everything)
    expect(row && 'answers' in row ? pack(book, row) : row).toEqual(pack(book, checked))
    expect(row).toMatchObject({ derived: { twice: 6 }, durations: { waited: { days: 21, censored: false } } })
  })
})

/** A file with one row that holds only these cells. */
async function rowOf(cells: Readonly<Record<string, string>>): Promise<ReturnType<typeof readAll>> {
  const headers = csvColumns(everything).map((column) => column.header)
  return readAll([headers.join(','), headers.map((header) => cells[header] ?? '').join(','), ''].join('\n'), everything)
}

describe('a row whose cells do not go together', () => {
  it.each([
    ['places that skip one', { rank__rood: '1', rank__groen: '3' }, '2 rank csvNotRanked'],
    ['one place given twice', { rank__rood: '1', rank__groen: '1' }, '2 rank csvNotRanked'],
    ['a place in words', { rank__rood: 'eerste' }, '2 rank csvNotRanked'],
    ['a panel and no number of panels', { helpers__1__who: 'rood' }, '2 helpers__count csvPanelCount'],
    ['a panel beyond their number', { helpers__count: '1', helpers__2__who: 'rood' }, '2 helpers__count csvPanelCount'],
    ['a number of panels with a fraction', { helpers__count: '1.5' }, '2 helpers__count csvPanelCount'],
    ['an endless number of panels', { helpers__count: '1e9' }, '2 helpers__count csvPanelCount'],
  ])('is refused: %s', async (_, cells, refusal) => {
    expect(refusals(await rowOf(cells))).toEqual([refusal])
  })

  it('names the column of the part that is wrong', async () => {
    expect(refusals(await rowOf({ care__quick: '7' }))).toEqual(['2 care__quick optionNotOffered'])
    expect(refusals(await rowOf({ several__third: '2026-02-30' }))[0]).toMatch(/^2 several__third /)
    expect(refusals(await rowOf({ helpers__count: '1', helpers__1__who: 'paars' }))).toEqual([
      '2 helpers__1__who optionNotOffered',
    ])
    expect(refusals(await rowOf({ radio__other: 'Iets' }))[0]).toMatch(/^2 radio__other /)
  })

  it('never happens where a spreadsheet put the ticks and places', async () => {
    const cells = { rank__rood: '2', rank__blauw: '1', helpers__count: '1', helpers__1__who: 'rood' }
    expect(taken(await rowOf(cells))).toEqual([{ rank: ['blauw', 'rood'], helpers: [{ who: 'rood' }] }])
  })
})

describe('a record that is not of this questionnaire', () => {
  it.each([
    ['an unknown row', { care: { slow: 1 } }],
    ['an unknown item', { several: { fourth: 'x' } }],
    ['an unknown option in a ranking', { rank: ['rood', 'paars'] }],
    ['a panel too many', { helpers: [{}, {}, {}, { who: 'rood' }] }],
    ['an unknown question in a panel', { helpers: [{ what_else: 1 }] }],
  ])('is never written with a gap: %s', async (_, answersOf) => {
    const record = { answers: answersOf as Answers, empties: {} }
    await expect(written([record])).rejects.toThrow('unknown question')
  })
})
