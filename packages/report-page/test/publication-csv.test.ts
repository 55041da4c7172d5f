import { describe, expect, it } from 'vitest'
import { publicationCsv } from '@klankbord/report-page'
import { changedTable, samplePublication, TABLES } from '@klankbord/testing/sample-publication'

const csv = publicationCsv(samplePublication(), 'nl')
const [head = '', ...lines] = csv.replace('\uFEFF', '').trimEnd().split('\r\n')
const columns = head.split(',')
const records = lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [columns[index], value])))

describe('the open table', () => {
  it('has a row for every answer of every group, and one for the positive answers where they are shown', () => {
    const { tables } = samplePublication()
    const expected = tables.flatMap((table) =>
      table.groups.map((group) => table.categories.length + (group.status !== 'hidden' && group.positive ? 1 : 0)),
    )
    expect(records).toHaveLength(expected.reduce((sum, count) => sum + count, 0))
  })

  it('gives every figure with its base', () => {
    const row = records.find(({ table, figure }) => table === 'good' && figure === 'positive')
    expect(row).toMatchObject({
      status: 'shown',
      count: '420',
      share: '0.76087',
      valid: '552',
      asked: '594',
      skipped: '12',
    })
  })

  it('says why a figure is hidden and leaves its numbers empty', () => {
    const hidden = records.filter(({ group_text: group }) => group === 'Buitengebied')
    expect(hidden.length).toBeGreaterThan(20)
    for (const row of hidden) {
      expect(row).toMatchObject({
        status: 'hidden:tooFew',
        count: '',
        share: '',
        low: '',
        high: '',
        valid: '',
        total: '',
      })
    }
  })
})

it('leaves no text that a spreadsheet would run', () => {
  const label = { nl: '=HYPERLINK("http://example.org";"klik")' }
  const tables = TABLES.slice(0, 1).map((table) => changedTable(table, { subject: { ...table.subject, label } }))
  const written = publicationCsv(samplePublication({ tables }), 'nl').split('\r\n')
  expect(written[1]).toContain(`"'=HYPERLINK(""http://example.org"";""klik"")"`)
})

it.each(['+1', '-1', '@a', ' =a', '\t=a'])('quotes the formula %j away', (text) => {
  const label = { nl: text }
  const tables = TABLES.slice(0, 1).map((table) => changedTable(table, { subject: { ...table.subject, label } }))
  expect(publicationCsv(samplePublication({ tables }), 'nl').split('\r\n')[1]).toContain(`'${text}`)
})
