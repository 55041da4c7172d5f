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
  expect((await readCodingsCsv('Bo,Ali,Els\n1,2,2\n')).coders).toEqual(['Bo', 'Ali', 'Els'])
})

it.each([
  ['no rows', 'Bo,Ali\n', 'a row for each answer'],
  ['nothing at all', '', 'a row for each answer'],
  ['one coder', 'Bo\n1\n', 'at least two coders'],
  ['the same coder twice', 'Bo,Bo\n1,2\n', 'at least two coders'],
  ['a row that is too short', 'Bo,Ali\n1,2\n1\n', 'line 3'],
  ['a quote that is not closed', 'Bo,Ali\n"1,2\n', 'matching quotes'],
])('refuses a file with %s', async (_, text, sentence) => {
  await expect(readCodingsCsv(text)).rejects.toThrow(sentence)
})

it('refuses a coder who is not in the file, without a word of what is', async () => {
  await expect(readCodingsCsv('Bo,Ali\ngeheim,geheim\n', ['Bo', 'Els'])).rejects.toThrow('at least two coders')
  await expect(readCodingsCsv('Bo,Ali\ngeheim\n')).rejects.not.toThrow('geheim')
})
