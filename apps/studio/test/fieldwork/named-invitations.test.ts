import { expect, it } from 'vitest'
import { namedInvitations } from '../../src/fieldwork/named-invitations.ts'

it.each([
  ['one code', 'K7M-D93-XWPN', ['K7M-D93-XWPN']],
  ['codes on lines of their own, some twice', ' a \r\n\nb\na', ['a', 'b']],
  ['codes with commas between them', 'a, b;c', ['a', 'b', 'c']],
  ['rows of a spreadsheet, of which only the first cell is a code', 'id\tnaam\n"1"\tBo\n2\tAli', ['1', '2']],
  ['nothing', '  \n', []],
])('reads %s', (_what, typed, named) => {
  expect(namedInvitations(typed)).toEqual(named)
})
