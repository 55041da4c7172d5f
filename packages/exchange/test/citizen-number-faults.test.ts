import { describe, expect, it } from 'vitest'
import { compiled, VARIED } from './questionnaires.ts'
import { readAll, refusals, taken } from './reading.ts'

const varied = compiled(VARIED)
const HEADER = 't1,helper__1,helper__2,helper__3,helper__-4,grade,again,word,age,place,story'
const read = async (...rows: readonly string[]) => readAll([HEADER, ...rows].join('\n'), varied)

describe('a file in which somebody left citizen service numbers', () => {
  it('is refused those rows with the place of each number, and stores their neighbours', async () => {
    const outcomes = await read(
      '1,,,,,,,,,,Goed',
      '1,,,,,,,,,,"Mijn nummer is 999.910.000, bel"',
      '1,,,,,,,,999910000,bsn 9999 15 617,Goed',
      '1,,,,,,,,42,Dorp,Mijn klantnummer is 999920000',
    )
    expect(refusals(outcomes)).toEqual([
      '3 story csvCitizenNumber',
      '4 age csvCitizenNumber',
      '4 place csvCitizenNumber',
    ])
    expect(taken(outcomes)).toHaveLength(2)
  })

  it('gets sentences without a digit of the number, beside what else is wrong', async () => {
    const outcomes = await read('1,2,,,,,,,,999910000,Goed')
    const [refused] = outcomes.flatMap((outcome) => ('findings' in outcome ? [outcome] : []))
    expect(refused?.findings.map(({ code }) => code)).toContain('csvNotTicked')
    expect(refused?.findings.map(({ message }) => message).join()).toContain('citizen service number (BSN): place')
    expect(JSON.stringify(refused)).not.toMatch(/9999|10000/)
  })

  it('is taken when it was exported from here, where they were masked', async () => {
    expect(taken(await read('1,,,,,,,,,,Mijn bsn is [BSN]'))).toEqual([{ t1: 1, story: 'Mijn bsn is [BSN]' }])
  })
})
