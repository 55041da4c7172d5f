import { expect, it } from 'vitest'
import { readCodingsCsv } from '../src/read-codings-csv.ts'

it('reads a row for each answer and a column for each coder, and leaves out columns that nobody asked for', async () => {
  const text = 'antwoord;Bo;Ali\n"Het duurde lang; te lang";wachten;wachten\nGoed;;personeel\n'
  expect(await readCodingsCsv(text, ['Bo', 'Ali'])).toEqual({
    coders: ['Bo', 'Ali'],
    answers: [
      ['wachten', 'wachten'],
      ['', 'personeel'],
    ],
  })
  expect(await readCodingsCsv('Bo,Ali,Els\n1,2,3\n', ['Els', 'Bo'])).toEqual({
    coders: ['Els', 'Bo'],
    answers: [['3', '1']],
  })
})

it.each([
  ['no rows', 'Bo,Ali\n', 'a row for each answer'],
  ['nothing at all', '', 'a row for each answer'],
  ['a row that is too short', 'Bo,Ali\n1,2\n1\n', 'line 3'],
  ['a quote that is not closed', 'Bo,Ali\n"1,2\n', 'matching quotes'],
])('refuses a file with %s', async (_, text, sentence) => {
  await expect(readCodingsCsv(text, ['Bo', 'Ali'])).rejects.toThrow(sentence)
})

it.each([[[]], [['Bo']], [['Bo', 'bo']]])(
  'never guesses who coded, so that the numbers of answers are not taken for a coder: %j',
  async (coders) => {
    await expect(readCodingsCsv('answer,Bo,Ali\n1,wait,wait\n', coders)).rejects.toThrow(
      'name at least two columns of coders, each once (the file has answer, Bo, Ali)',
    )
  },
)

it('says which coder is not in the file, without a word of what is', async () => {
  await expect(readCodingsCsv('Bo,Ali\ngeheim,geheim\n', ['Bo', 'Alli'])).rejects.toThrow(
    'no column Alli in the file of codes (it has Bo, Ali)',
  )
  await expect(readCodingsCsv('Bo,Ali\ngeheim\n', ['Bo', 'Ali'])).rejects.not.toThrow('geheim')
})
