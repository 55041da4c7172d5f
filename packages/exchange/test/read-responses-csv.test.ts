import { describe, expect, it } from 'vitest'
import { readResponsesCsv } from '../src/index.ts'
import { compiled, SINGLE, VARIED } from './questionnaires.ts'
import { inPieces, readAll, refusals, taken } from './reading.ts'

const varied = compiled(VARIED)
const single = compiled(SINGLE)
const HEADER = 't1,helper__1,helper__2,helper__3,helper__-4,grade,again,word,age,place,story'
const FULL = '1,1,0,1,0,8,true,huis,42,Dorp,Goed'

const readRows = async (...rows: readonly string[]) => readAll([HEADER, ...rows, ''].join('\n'), varied)

describe('a researcher who brings a file with answers', () => {
  it('gets each row as answers, with the line where it began', async () => {
    const [first, second] = await readRows(FULL, '-3,,,,,,,,,,')
    expect(first).toMatchObject({
      line: 2,
      answers: { t1: 1, helper: [1, 3], grade: 8, again: true, word: 'huis', age: 42, place: 'Dorp', story: 'Goed' },
    })
    expect(second).toEqual({
      line: 3,
      answers: { t1: -3 },
      empties: {
        helper: 'notAsked',
        grade: 'skipped',
        again: 'skipped',
        word: 'skipped',
        age: 'skipped',
        place: 'skipped',
        story: 'skipped',
      },
    })
  })

  it('may save it with a byte order mark, semicolons and any line end', async () => {
    const expected = taken(await readRows(FULL, FULL))
    for (const newline of ['\r\n', '\n', '\r']) {
      const text = [HEADER, FULL, FULL, ''].join(newline).replaceAll(',', ';')
      expect(taken(await readAll(`\uFEFF${text}`, varied))).toEqual(expected)
      expect(taken(await readAll(inPieces(`\uFEFF${text}`, 3), varied))).toEqual(expected)
    }
    expect(expected).toHaveLength(2)
  })

  it('may order the columns otherwise and write their names in capitals', async () => {
    const reversed = (row: string): string => row.split(',').toReversed().join(',')
    const outcomes = await readAll(`${reversed(HEADER).toUpperCase()}\n${reversed(FULL)}`, varied)
    expect(taken(outcomes)).toEqual(taken(await readRows(FULL)))
  })

  it('may have quotes, separators and line breaks inside a cell, and empty lines between rows', async () => {
    const outcomes = await readAll('story\n\n"Zij zei: ""ja, graag"";\r\nen ging"\n\n"  "\nlaatste', single)
    expect(outcomes.map(({ line }) => line)).toEqual([3, 6, 7])
    expect(taken(outcomes)).toEqual([
      { story: 'Zij zei: "ja, graag";\r\nen ging' },
      { story: '  ' },
      { story: 'laatste' },
    ])
  })

  it('gets back the text that was guarded against running as a formula', async () => {
    expect(taken(await readAll(`story\n'=1+1\n's avonds\n`, single))).toEqual([
      { story: '=1+1' },
      { story: "'s avonds" },
    ])
    expect(taken(await readRows(`,,,,,,,'=tuin,,,`))).toEqual([{ word: '=tuin' }])
  })
})

describe('a row that cannot be taken', () => {
  it('is reported with line, column and code, and leaves the other rows alone', async () => {
    const outcomes = await readRows(
      FULL,
      '9,,,,,,,,,,',
      '2,1,0,0,0,,,,,,',
      ',,,,,11,ja,,121,,"twee\nregels"',
      '1,1,0,0,1,,,,4.x,,',
      FULL,
    )
    expect(refusals(outcomes)).toEqual([
      '3 t1 optionNotOffered',
      '4 helper answerNotAsked',
      '5 grade optionNotOffered',
      '5 again optionNotOffered',
      '5 age aboveMaximum',
      '7 helper exclusiveOption',
      '7 age wrongAnswerType',
    ])
    expect(taken(outcomes)).toHaveLength(2)
  })

  it('has too few or too many cells', async () => {
    expect(refusals(await readRows('1', `${FULL},`, FULL))).toEqual(['2 csvTooFewCells', '3 csvTooManyCells'])
  })

  it('ticks options with something else than 1 and 0, only partly, or not at all', async () => {
    expect(refusals(await readRows('1,x,0,0,1,,,,,,', '1,1,,0,0,,,,,,', '1,0,0,0,0,,,,,,'))).toEqual([
      '2 helper__1 csvNotTicked',
      '3 helper__2 csvPartlyTicked',
      '4 helper csvNothingTicked',
    ])
  })

  it('has quotes that do not match', async () => {
    expect(refusals(await readAll('story\n"a" b\n"c"\n"open', single))).toEqual(['2 csvQuotes', '4 csvQuotes'])
    expect(refusals(await readAll('story\n"c"\n"open\nen verder', single))).toEqual(['3 csvQuotes'])
  })

  it('never repeats an answer in its sentence', async () => {
    const secret = 'Geheimstraat'
    const outcomes = await readRows(`${secret},${secret},0,0,0,,,,,,`, `,,,,,${secret},,${secret},${secret},,`)
    expect(refusals(outcomes).length).toBeGreaterThan(2)
    expect(JSON.stringify(outcomes)).not.toContain(secret)
  })
})

describe('a file that cannot be taken', () => {
  const refusedWhole = async (text: string | Uint8Array) => {
    const outcomes = await readAll(typeof text === 'string' ? text : inPieces(text, 7), varied)
    expect(outcomes.at(-1)).toMatchObject({ refused: 'file' })
    expect(taken(outcomes)).toEqual([])
    return refusals(outcomes)
  }

  it('has a column that the questionnaire has not, lacks one or has one twice: no row is read', async () => {
    const header = HEADER.replace('age', 'agee').replace('place', 'Story')
    expect(await refusedWhole(`${header}\n${FULL}`)).toEqual([
      '1 agee csvUnknownColumn',
      '1 story csvDuplicateColumn',
      '1 age csvMissingColumn',
      '1 place csvMissingColumn',
    ])
  })

  it('has no header, which is said without repeating the answers that stand there', async () => {
    const outcomes = await readAll('1,Geheimstraat,3\n', varied)
    expect(refusals(outcomes)).toEqual(['1 csvWithoutHeader'])
    expect(JSON.stringify(outcomes)).not.toContain('Geheim')
    expect(await refusedWhole('')).toEqual(['1 csvWithoutHeader'])
    expect(await refusedWhole('\n \n')).toEqual(['1 csvWithoutHeader'])
  })

  it('is no UTF-8, as when a spreadsheet saved it in an older encoding', async () => {
    expect(await refusedWhole(new TextEncoder().encode(HEADER).fill(0xe9, 3, 4))).toEqual(['1 csvNotUtf8'])
    const unfinished = Uint8Array.from([...new TextEncoder().encode(`${HEADER}\n`), 0xc3])
    expect(await refusedWhole(unfinished)).toEqual(['1 csvNotUtf8'])
  })

  it('leaves a quote open in the middle of a large file: reading stops there and says so', async () => {
    const long = `story\ngoed\n"open ${'en nog meer woorden '.repeat(80_000)}\n"dicht"\n`
    const outcomes = await readAll(long, single)
    expect(refusals(outcomes)).toEqual(['3 csvRowTooLong'])
    expect(taken(outcomes)).toEqual([{ story: 'goed' }])
  })
})

describe('a large file', () => {
  it('is read no further than its rows are taken, so that memory stays bounded', async () => {
    let pieces = 0
    async function* endless(): AsyncGenerator<string> {
      yield 'story\n'
      for (;;) {
        pieces += 1
        yield `rij ${pieces}\n`
      }
    }
    const seen: number[] = []
    for await (const { line } of readResponsesCsv(endless(), single)) {
      seen.push(line)
      if (seen.length === 100) break
    }
    expect(seen.at(-1)).toBe(101)
    expect(pieces).toBeLessThan(110)
  })

  it('passes on the trouble of its source', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield 'story\n'
      throw new Error('connection lost')
    }
    await expect(readAll(broken(), single)).rejects.toThrow('connection lost')
  })
})
