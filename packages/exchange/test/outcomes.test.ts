import type { Answers, CheckedAnswers } from '@klankbord/model'
import { check, codebook, pack } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { csvColumns, writeResponsesCsv } from '../src/index.ts'
import { compiled } from './questionnaires.ts'
import { readAll, refusals, taken } from './reading.ts'

const youth = compiled({
  title: 'Jeugdhulp',
  locale: 'nl',
  calculatedValues: [
    { name: 'may', expression: '{who} = 2 or {age} >= 16 or {agrees} = 1', includeIntoResult: true },
    { name: 'child', expression: '{age} < 12', includeIntoResult: true },
    { name: 'double', expression: '{help} * 2', includeIntoResult: true },
  ],
  pages: [
    {
      name: 'door',
      elements: [
        { type: 'radiogroup', name: 'who', title: 'Wie?', choices: [1, 2] },
        {
          type: 'text',
          inputType: 'number',
          name: 'age',
          title: 'Hoe oud?',
          outcomeOnly: true,
          blocking: true,
          visibleIf: '{who} = 1',
        },
        {
          type: 'radiogroup',
          name: 'agrees',
          title: 'Goed?',
          outcomeOnly: true,
          visibleIf: '{age} < 16',
          choices: [1, 2],
        },
      ],
    },
    { name: 'help', visibleIf: '{may}', elements: [{ type: 'rating', name: 'help', title: 'Cijfer', rateMax: 10 }] },
  ],
})

const PEOPLE: readonly Answers[] = [
  { who: 1, age: 13, agrees: 1, help: 7 },
  { who: 1, age: 13, agrees: 2 },
  { who: 1, age: 11 },
  { who: 1, age: 17, help: 3 },
  { who: 2, help: 9 },
  {},
]

const records = PEOPLE.map((answers): CheckedAnswers => {
  const result = check(youth, answers)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.checked
})

async function written(given: readonly CheckedAnswers[]): Promise<string> {
  let text = ''
  for await (const piece of writeResponsesCsv(youth, given)) text += piece
  return text
}

describe('a file of young people whose age is not stored', () => {
  it('has the outcome and nothing of the answers behind it', async () => {
    expect(csvColumns(youth).map(({ header }) => header)).toEqual(['who', 'help', 'may', 'child'])
    expect(await written(records)).toBe(
      'who,help,may,child\r\n1,7,true,false\r\n1,,false,false\r\n1,,false,true\r\n1,3,true,false\r\n2,9,true,\r\n,,false,\r\n',
    )
  })

  it('gives every record back, packed as it was', async () => {
    const rows = await readAll(await written(records), youth)
    expect(rows.map((row) => ({ ...row, line: 0 }))).toEqual(records.map((record) => ({ ...record, line: 0 })))
    const book = codebook(youth)
    expect(rows.map((row) => ('answers' in row ? pack(book, row) : row))).toEqual(
      records.map((record) => pack(book, record)),
    )
  })

  it('is refused row by row where an outcome is missing, is another word, or shuts what was answered', async () => {
    const rows = ['1,7,,false', '1,7,ja,false', '1,7,false,false', '2,7,true,true', '2,7,true,']
    const read = await readAll(['who,help,may,child', ...rows, ''].join('\n'), youth)
    expect(refusals(read)).toEqual([
      '2 may outcomeMissing',
      '2 help answerNotAsked',
      '3 may wrongAnswerType',
      '4 help answerNotAsked',
      '5 child answerNotAsked',
    ])
    expect(taken(read)).toEqual([{ who: 2, help: 7 }])
  })

  it('is refused whole with a column of an answer that is not stored, or without one of an outcome', async () => {
    expect(refusals(await readAll('who,help,may,child,age\n1,7,true,false,13\n', youth))).toEqual([
      '1 age csvUnknownColumn',
    ])
    expect(refusals(await readAll('who,help,may\n1,7,true\n', youth))).toEqual(['1 child csvMissingColumn'])
  })

  it('is not written with an answer that is not stored, nor without its outcome', async () => {
    const [first] = records as [CheckedAnswers]
    await expect(written([{ ...first, answers: { ...first.answers, age: 13 } }])).rejects.toThrow(
      'unknown question: age',
    )
    await expect(written([{ answers: first.answers, empties: first.empties }])).rejects.toThrow('outcome missing: may')
  })
})
