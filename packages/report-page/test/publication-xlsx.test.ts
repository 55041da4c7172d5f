import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { publicationCsv, publicationXlsx } from '@klankbord/report-page'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { CHANGES, FIELDWORK, TREND } from './accounted.ts'
import { recordsOf } from './csv-reading.ts'
import { workbookOf } from './workbook-reading.ts'

const { account } = samplePublication()
const publication = samplePublication({
  trend: TREND,
  changes: CHANGES,
  account: { ...account, fieldwork: FIELDWORK },
})
const book = workbookOf(await publicationXlsx(publication, 'nl', 'https://raad.example/r/1'))

describe('the workbook', () => {
  it('has a sheet for each section of the open table, after how to refer to it', () => {
    const sections = [...new Set(recordsOf(publicationCsv(publication, 'nl')).map(({ section }) => section))]
    expect([...book.keys()]).toEqual(['source', ...sections])
    expect(sections).toContain('results')
    expect(sections).toContain('trend')
    const cited = String(book.get('source')?.[0]?.[1])
    expect(cited).toContain('Controlegetal')
    expect(cited).toMatch(/ https:\/\/raad\.example\/r\/1$/)
  })

  it('has every cell of the CSV, numbers as numbers, and nothing else', () => {
    const records = recordsOf(publicationCsv(publication, 'nl'))
    for (const section of book.keys()) {
      if (section === 'source') continue
      const [head = [], ...rows] = book.get(section) ?? []
      const own = records.filter((record) => record['section'] === section)
      expect(rows).toHaveLength(own.length)
      for (const [at, record] of own.entries()) {
        const cells = Object.fromEntries(head.map((name, place) => [name, rows[at]?.[place] ?? '']))
        const filled = Object.entries(record).filter(([name, value]) => name !== 'section' && value !== '')
        expect(Object.entries(cells).filter(([, value]) => value !== '').length).toBe(filled.length)
        for (const [name, value] of filled) expect([name, String(cells[name])]).toEqual([name, value.replace(/^'/, '')])
      }
    }
    const [head = [], first = []] = book.get('results') ?? []
    expect(typeof first[head.indexOf('count')]).toBe('number')
  })

  it('never has a formula, whatever an author wrote', async () => {
    const study = { ...publication.study, organisation: '=HYPERLINK("https://kwaad.example")\u0001' }
    const bytes = await publicationXlsx(samplePublication({ study }), 'nl')
    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
    for (const [, part] of parts) expect(part).not.toMatch(/<f[ >]/)
    expect(parts.some(([, part]) => part.includes('=HYPERLINK('))).toBe(true)
    for (const [, part] of parts) expect(part).not.toContain('\u0001')
  })
})
