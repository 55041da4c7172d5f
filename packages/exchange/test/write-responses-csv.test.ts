import type { CheckedAnswers } from '@klankbord/model'
import { expect, it } from 'vitest'
import { writeResponsesCsv, type CsvLayout } from '../src/index.ts'
import { compiled, SINGLE, VARIED } from './questionnaires.ts'

const varied = compiled(VARIED)
const single = compiled(SINGLE)

async function written(
  questionnaire: typeof varied,
  records: readonly CheckedAnswers['answers'][],
  layout?: CsvLayout,
): Promise<string> {
  let text = ''
  for await (const piece of writeResponsesCsv(
    questionnaire,
    records.map((answers) => ({ answers, empties: {} })),
    layout,
  )) {
    text += piece
  }
  return text
}

it('writes a column for each question, 1 and 0 for each option and nothing for no answer', async () => {
  const answers = { t1: 1, helper: [1, 3], grade: 8, again: false, word: 'huis', age: 42.5, story: 'Goed, dank u' }
  expect(await written(varied, [answers, { t1: -3 }])).toBe(
    [
      't1,helper__1,helper__2,helper__3,helper__-4,grade,again,word,age,place,story',
      '1,1,0,1,0,8,false,huis,42.5,,"Goed, dank u"',
      '-3,,,,,,,,,,',
      '',
    ].join('\r\n'),
  )
})

it('guards words that a spreadsheet would run, and leaves numbers and codes alone', async () => {
  const rows = (await written(varied, [{ t1: -3, word: '=tuin', story: '@cmd' }])).split('\r\n')
  expect(rows[1]).toBe(`-3,,,,,,,'=tuin,,,'@cmd`)
})

it('can be laid out for a Dutch spreadsheet', async () => {
  const text = await written(single, [{ story: 'a;b' }], { separator: ';', byteOrderMark: true })
  expect(text).toBe('\uFEFFstory\r\n"a;b"\r\n')
})

it('writes a row without any answer so that it is still a row', async () => {
  expect(await written(single, [{}])).toBe('story\r\n""\r\n')
})

it('never drops an answer silently', async () => {
  await expect(written(single, [{ age: 3 }])).rejects.toThrow('unknown question: age')
  await expect(written(varied, [{ t1: 1, helper: [1, 9] }])).rejects.toThrow('option not offered: helper')
})
