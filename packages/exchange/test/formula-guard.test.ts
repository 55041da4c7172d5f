import { expect, it } from 'vitest'
import { guardFormula, unguardFormula } from '../src/formula-guard.ts'

it.each(['=1+1', '+31 6', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', "'=1", "''-1", '＝1', '\u00A0=1'])(
  'does not let a spreadsheet run %j',
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
    expect(unguardFormula(guardFormula(text))).toBe(text)
  },
)

it.each(['', "'", "'s avonds", 'a=b', '1-2', ' gewoon', "''", '"=1"'])('leaves %j as it is', (text) => {
  expect(guardFormula(text)).toBe(text)
  expect(unguardFormula(text)).toBe(text)
})
