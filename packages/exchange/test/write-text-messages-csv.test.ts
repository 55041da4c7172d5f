import { isMobile, writeTextMessagesCsv } from '@klankbord/exchange'
import { describe, expect, it } from 'vitest'

const rowsOf = (...phones: readonly string[]): readonly string[] =>
  [...writeTextMessagesCsv(phones.map((phone) => ({ phone, text: 'Doet u mee? Bel 0800' })))].slice(1)

describe('a file of text messages', () => {
  it('has one row for each telephone, its number in digits with the country first', () => {
    const written = ['06 12 34 56 78', '+31 (0)6-12345678', '0031612345678', '+4915112345678', '010 123 45 67']
    expect(rowsOf(...written).map((row) => row.split(',')[0])).toEqual([
      '31612345678',
      '31612345678',
      '31612345678',
      '4915112345678',
      '31101234567',
    ])
    expect([...writeTextMessagesCsv([])]).toEqual(['phone,text\r\n'])
  })

  it('lets no spreadsheet run what an organisation calls itself', () => {
    const [, row] = [...writeTextMessagesCsv([{ phone: '0612345678', text: '=cmd()|A1' }])]
    expect(row).toBe("31612345678,'=cmd()|A1\r\n")
  })
})

it('knows a mobile telephone by its number', () => {
  expect(['0612345678', '+31 6 12 34 56 78', '010-1234567', '+44 7700 900123', ''].map(isMobile)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
