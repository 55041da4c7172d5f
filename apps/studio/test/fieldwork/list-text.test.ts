import { expect, it } from 'vitest'
import { headersOf, textOfList } from '../../src/fieldwork/list-text.ts'

it('reads a list that Excel wrote in the way of old Windows', () => {
  expect(textOfList(new TextEncoder().encode('José'))).toBe('José')
  expect(textOfList(Uint8Array.from([0x4a, 0x6f, 0x73, 0xe9]))).toBe('José')
})

it.each([
  ['Naam;"Straat, huisnummer";Wijk\nBo;Straat 1;Oost', ['Naam', 'Straat, huisnummer', 'Wijk']],
  ['\uFEFFname,address1\r\n', ['name', 'address1']],
  ['Naam\tWijk', ['Naam', 'Wijk']],
  ['', []],
])('finds the names of the columns in the first line: %j', (text, headers) => {
  expect(headersOf(text)).toEqual(headers)
})
