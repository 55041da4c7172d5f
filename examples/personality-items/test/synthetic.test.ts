import { readResponsesCsv } from '@klankbord/exchange'
import { compileText } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { definitionText } from '../example-files.ts'
import { REFUSABLE_CSV, syntheticCsv } from '../synthetic.ts'
import { plainCsv } from './plain-csv.ts'

it('makes the same thousand rows for the same seed', () => {
  expect(syntheticCsv()).toBe(syntheticCsv(15))
  expect(syntheticCsv(16)).not.toBe(syntheticCsv(15))
  expect(plainCsv(syntheticCsv())).toHaveLength(1001)
})

it('leaves some cells empty, as people do', () => {
  const empty = plainCsv(syntheticCsv())
    .flat()
    .filter((cell) => cell === '')
  expect(empty.length).toBeGreaterThan(60)
  expect(empty.length).toBeLessThan(200)
})

it('has a file of which every bad row is refused with its line, column and reason', async () => {
  const { questionnaire } = compileText(definitionText())
  if (!questionnaire) throw new Error('no questionnaire')
  const refused: string[] = []
  const taken: number[] = []
  for await (const row of readResponsesCsv(REFUSABLE_CSV, questionnaire)) {
    if ('findings' in row) refused.push(...row.findings.map(({ column, code }) => `${row.line} ${column} ${code}`))
    else taken.push(row.line)
  }
  expect(taken).toEqual([2, 10])
  expect(refused).toEqual([
    '3 a1 optionNotOffered',
    '4 a2 optionNotOffered',
    '5 gender optionNotOffered',
    '6 age aboveMaximum',
    '7 age wrongAnswerType',
    '8  csvTooFewCells',
    '9  csvTooManyCells',
  ])
})
