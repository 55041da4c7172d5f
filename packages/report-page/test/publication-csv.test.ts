import { describe, expect, it } from 'vitest'
import { publicationCsv } from '@klankbord/report-page'
import { changedTable, MISSING, samplePublication, TABLES } from '@klankbord/testing/sample-publication'
import { CHANGES, FIELDWORK, TREND } from './accounted.ts'
import { recordsOf } from './csv-reading.ts'

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
    const results = records.filter(({ section }) => section === 'results')
    expect(results).toHaveLength(expected.reduce((sum, count) => sum + count, 0))
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
    const hidden = records.filter(({ group_text: group, section }) => group === 'Buitengebied' && section === 'results')
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

describe('what accounts for the figures', () => {
  const { account } = samplePublication()
  const methods = [{ code: 'collected', details: { from: '2026-W07', to: '2026-W17' } }] as const
  const accounted = samplePublication({
    account: { ...account, fieldwork: FIELDWORK },
    missing: MISSING,
    trend: TREND,
    changes: CHANGES,
    methods,
  })
  const read = (language: string) => recordsOf(publicationCsv(accounted, language))
  const rows = read('nl')

  it('stands in the same table, after the figures, in sections', () => {
    const sections = rows.map(({ section }) => section)
    expect([...new Set(sections)]).toEqual(['results', 'account', 'missing', 'trend', 'changes', 'methods'])
  })

  it('leaves the columns where they were, and adds its own at the end', () => {
    expect(columns.slice(0, 5)).toEqual(['table', 'question', 'question_text', 'breakdown', 'group'])
    expect(columns.slice(-8)).toEqual([
      'section',
      'publication',
      'from',
      'to',
      'expected',
      'difference',
      'differs',
      'basis',
    ])
  })

  it('tells who was invited, what became of them, and how people answered', () => {
    const counts = rows
      .filter(({ section }) => section === 'account')
      .map(({ figure, count, status }) => [figure, count, status])
    expect(counts).toEqual([
      ['population', '1400', 'shown'],
      ['invited', '1400', 'shown'],
      ['answered', '594', 'shown'],
      ['invitations', '1400', 'shown'],
      ['invitations:undeliverable', '38', 'shown'],
      ['invitations:noAnswer', '768', 'shown'],
      ['invitations:answered', '594', 'shown'],
      ['mode:web', '594', 'shown'],
      ['reminded', '730', 'atLeast'],
      ['places:approached', '900', 'shown'],
      ['places:refused', '120', 'shown'],
      ['places:started', '640', 'shown'],
      ['places:finished', '594', 'shown'],
    ])
  })

  it('tells who is missing, and of a hidden group its people alone', () => {
    const missing = rows.filter(({ section }) => section === 'missing')
    expect(missing.find(({ group_text: group }) => group === '18 tot en met 44 jaar')).toMatchObject({
      breakdown: 'age',
      population: '224',
      count: '58',
      expected: '0.16',
      verdict: 'under',
    })
    expect(missing.find(({ group_text: group }) => group === 'Buitengebied')).toMatchObject({
      population: '26',
      status: 'hidden:tooFew',
      count: '',
      share: '',
    })
  })

  it('tells how figures went, round by round, and by how much', () => {
    const trend = rows.filter(({ section }) => section === 'trend')
    expect(trend.map(({ figure, publication, valid, difference }) => [figure, publication, valid, difference])).toEqual(
      [
        ['positive', 'p1', '550', ''],
        ['positive', 'p2', '550', ''],
        ['difference', 'p1', '', '0'],
      ],
    )
  })

  it('says what changed and by which methods, in the language that was asked for', () => {
    const saidIn = (language: string) =>
      read(language)
        .filter(({ section }) => section === 'changes' || section === 'methods')
        .map(({ answer_text: words }) => words)
    expect(saidIn('nl')).toContain('Nieuw in groepen verdeeld: “Leeftijd”')
    expect(saidIn('en')).toContain('Newly divided into groups: “Age”')
    expect(saidIn('en')).toContain('The answers came in from week 7 (2026) to week 17 (2026).')
  })

  it('has no text either that a spreadsheet would run', () => {
    const hostile = { nl: '=1+1' }
    const questions = TREND.questions.map((one) => ({ ...one, label: hostile }))
    const missing = MISSING.map((one) => ({ ...one, label: hostile }))
    const written = publicationCsv(samplePublication({ trend: { ...TREND, questions }, missing }), 'nl')
    expect(written).toContain("'=1+1")
    expect(written).not.toMatch(/(^|,)"?=/m)
  })
})
