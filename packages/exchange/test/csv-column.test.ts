import { compile } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { csvColumns } from '../src/csv-column.ts'
import { compiled, VARIED } from './questionnaires.ts'

it('gives each question a column, and each option of a checkbox its own', () => {
  expect(csvColumns(compiled(VARIED)).map((column) => column.header)).toEqual([
    't1',
    'helper__1',
    'helper__2',
    'helper__3',
    'helper__-4',
    'grade',
    'again',
    'word',
    'age',
    'place',
    'story',
  ])
})

it('cannot take a question for the option of another one', () => {
  const elements = [
    { type: 'checkbox', name: 'a', title: 'A', choices: [1, 2] },
    { type: 'comment', name: 'a__1', title: 'B' },
  ]
  const { findings } = compile({ title: 'Botst', locale: 'nl', pages: [{ name: 'one', elements }] })
  expect(findings.map(({ code }) => code)).toEqual(['malformedName'])
})
