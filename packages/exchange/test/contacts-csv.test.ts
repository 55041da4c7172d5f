import { readContactsCsv, writeContactsCsv, type ContactRow, type RefusedRow } from '@klankbord/exchange'
import type { Contact } from '@klankbord/model'
import { describe, expect, it } from 'vitest'

async function rowsOf(source: string | AsyncIterable<Uint8Array>): Promise<readonly (ContactRow | RefusedRow)[]> {
  const rows = []
  for await (const row of readContactsCsv(source)) rows.push(row)
  return rows
}

/** What is said of a file: line, column and code. */
async function faultsOf(source: string): Promise<readonly string[]> {
  return (await rowsOf(source)).flatMap((row) =>
    'contact' in row ? [] : row.findings.map(({ column, code }) => `${row.line} ${column} ${code}`),
  )
}

const FATIMA: Contact = {
  name: 'Fatima Voorbeeld',
  address: ['Dorpsstraat 1; achterom', '9999 ZZ Voorbeeldstad'],
  email: 'fatima@voorbeeldstad.example',
  phone: '+31 (0)6-5550 0101',
  language: 'ar',
  reachBy: 'text',
  consent: '2026-03',
}

describe('a file of contacts', () => {
  it('is read with semicolons, a byte order mark and any order of columns', async () => {
    const file =
      '\uFEFFPhone;NAME;address1;address2;email;language;reach_by;consent\r\n+31 (0)6-5550 0101; Fatima Voorbeeld ;"Dorpsstraat 1; achterom";9999 ZZ Voorbeeldstad;fatima@voorbeeldstad.example;ar;text;2026-03\r\n'
    expect(await rowsOf(file)).toEqual([{ line: 2, contact: FATIMA }])
  })

  it('needs no more than a name and one way to reach somebody', async () => {
    const nothing = { address: [], email: null, phone: null, language: null, reachBy: null, consent: null }
    expect(await rowsOf('name,email\nBo,bo@voorbeeldstad.example\n')).toEqual([
      { line: 2, contact: { ...nothing, name: 'Bo', email: 'bo@voorbeeldstad.example' } },
    ])
  })

  it('comes back from what was written, also what a spreadsheet would run', async () => {
    const people = [FATIMA, { ...FATIMA, name: '=cmd|1', consent: null, address: ["'s-Gravenweg 1"] }]
    const file = [...writeContactsCsv(people)].join('')
    expect(file).toContain("'=cmd|1")
    expect((await rowsOf(file)).map((row) => ('contact' in row ? row.contact : row))).toEqual(people)
  })
})

describe('somebody whose file has faults', () => {
  it('reads line and column of each, and the good rows stand', async () => {
    const file = [
      'name,address1,email,phone,language,reach_by',
      'Bo,,bo@voorbeeldstad.example,,,',
      ',Weg 1,,,,',
      'Cas,,cas at voorbeeldstad,12,nl!,pigeon',
      'Dee,,,,,',
      'Eef,,eef@voorbeeldstad.example,,,letter',
      'Fem,Weg 1',
      'Gijs,Weg 1,,,,,',
    ].join('\n')
    expect((await rowsOf(file)).filter((row) => 'contact' in row)).toHaveLength(1)
    expect(await faultsOf(file)).toEqual([
      '3 name contactCellWrong',
      '4 email contactCellWrong',
      '4 phone contactCellWrong',
      '4 language contactCellWrong',
      '4 reach_by contactCellWrong',
      '5 address1 contactNotReachable',
      '6 address1 contactNotReachable',
      '7  csvTooFewCells',
      '8  csvTooManyCells',
    ])
  })

  it.each([
    ['a person where the header should be', 'Bo Geheim,Geheimstraat 1\n', '1  contactsWithoutHeader'],
    ['nothing', '', '1  contactsWithoutHeader'],
    ['a column that there is not', 'name,email,income\n', '1 income contactsUnknownColumn'],
    ['a column twice', 'name,email,email\n', '1 email csvDuplicateColumn'],
    ['no names', 'email\n', '1 name contactsMissingColumn'],
    ['an open quote', 'name,email\n"Bo,bo@voorbeeldstad.example\n', '2  csvQuotes'],
  ])('is told of %s', async (_what, file, fault) => {
    expect(await faultsOf(file)).toEqual([fault])
  })

  it('never reads a name, an address or a number back in a message', async () => {
    const file = `Geheimhouder,Geheimstraat 1\nGeheimhouder,Geheimstraat 2\n`
    const wrong = `name,email,phone\nGeheim\u0001houder,geheim at straat,Geheim\nGeheimhouder,,\n`
    for (const source of [file, wrong]) expect(JSON.stringify(await rowsOf(source))).not.toMatch(/geheim/i)
  })

  it('is told where a file is no UTF-8', async () => {
    async function* bytes(): AsyncIterable<Uint8Array> {
      yield Uint8Array.from([...Buffer.from('name,email\nBj'), 0xf6, ...Buffer.from('rn,b@voorbeeldstad.example\n')])
    }
    expect(await rowsOf(bytes())).toMatchObject([{ refused: 'file', findings: [{ code: 'csvNotUtf8' }] }])
  })
})
