import { editionFor } from '@klankbord/disclosure'
import { describe, expect, it } from 'vitest'
import { figureKeys, publicationCsv, publicationSite, publicationXlsx, renderFigurePage } from '@klankbord/report-page'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { recordsOf } from './csv-reading.ts'
import { readingOf } from './page-reading.ts'
import { workbookOf } from './workbook-reading.ts'

const publication = samplePublication({ audiences: [{ audience: 'clients', questions: ['good'] }] })
const clients = editionFor(publication, 'clients')
const files = new Map(
  (await publicationSite(publication, { script: 'report.js' })).map(({ path, content }) => [path, content] as const),
)
const textAt = (path: string): string => String(files.get(path))
const records = recordsOf(publicationCsv(publication, 'nl'))
const written = (value: number): string => String(Math.round(value * 1e6) / 1e6)
const figuresOf = (page: string): readonly string[] => page.match(/<figure [\s\S]*?<\/figure>/g) ?? []

/** The rows of the tables of a page as they are read, after the name of each. */
function rowsOf(page: string): ReadonlyMap<string, string> {
  const rows = [...page.matchAll(/<tr[^>]*>\s*<th scope="row"[^>]*>([\s\S]*?)<\/th>([\s\S]*?)<\/tr>/g)]
  const read = (markup = ''): string => readingOf(`<body>${markup}`).trim()
  return new Map(rows.map(([, name, cells]) => [read(name), read(cells)]))
}

/** The positive share of each group, or null where it is hidden, of every table that has one. */
const shares = publication.tables.flatMap(({ id, groups }) =>
  groups.map((group) => ({
    id,
    code: group.code === null ? '' : String(group.code),
    label: group.label['nl'] ?? '',
    positive: group.status === 'hidden' ? null : (group.positive ?? undefined),
  })),
)

describe('the numbers of a publication', () => {
  it('are the same in the frozen JSON and in the CSV, and hidden in both', () => {
    expect(JSON.parse(textAt('publication.json'))).toEqual(publication)
    const rowsFor = ({ id, code }: (typeof shares)[number]) =>
      records.filter(({ section, table, group }) => section === 'results' && table === id && group === code)
    const hidden = shares.filter(({ positive }) => positive === null)
    expect(hidden.length).toBeGreaterThan(0)
    for (const one of hidden)
      expect(
        rowsFor(one)
          .map(({ share, count }) => `${share}${count}`)
          .join(''),
      ).toBe('')
    const shown = shares.flatMap((one) => (one.positive ? [{ one, ...one.positive }] : []))
    expect(shown.length).toBeGreaterThan(50)
    for (const { one, count, share, low, high } of shown)
      expect(rowsFor(one).find(({ figure }) => figure === 'positive')).toMatchObject({
        count: written(count),
        share: written(share),
        low: written(low),
        high: written(high),
      })
  })

  it('are the same in the table of each figure, on a page of its own, as in the CSV', () => {
    let compared = 0
    for (const key of figureKeys(publication)) {
      const rows = rowsOf(renderFigurePage(publication, key, { language: 'nl', page: '' }) ?? '')
      for (const { label, positive } of shares.filter(({ id }) => id.replaceAll(/[^A-Za-z0-9_]+/g, '-') === key)) {
        if (!positive || !rows.has(label)) continue
        expect([key, label, rows.get(label)]).toEqual([
          key,
          label,
          expect.stringContaining(`${Math.round(positive.share * 100)}%`),
        ])
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(50)
  })

  it('are the same in the page, in each figure alone and in the folder for another server', () => {
    for (const language of ['nl', 'en']) {
      const whole = figuresOf(textAt(language === 'nl' ? 'index.html' : 'en.html'))
      const kept = new Set(whole.map(rowsAndWords))
      for (const key of figureKeys(publication)) {
        const [alone = ''] = figuresOf(textAt(`figure/${key}${language === 'nl' ? '' : '.en'}.html`))
        const words = rowsAndWords(alone)
        expect(words.length).toBeGreaterThan(40)
        expect(kept).toContain(words)
      }
    }
  })

  it('are the same for an audience as for everybody: its rows are some of the rows of all', async () => {
    const all = new Set(records.map((record) => JSON.stringify(record)))
    const own = recordsOf(textAt('for-clients/publication.csv')).filter(({ section }) => section === 'results')
    expect(own.length).toBeGreaterThan(5)
    expect(own.length).toBeLessThan(records.length)
    for (const record of own) expect(all).toContain(JSON.stringify(record))
    const book = workbookOf(await publicationXlsx(clients, 'nl'))
    expect(book.get('results')).toHaveLength(own.length + 1)
  })
})

/** What is read of a figure; one that stands alone may have its question above it. */
function rowsAndWords(figure: string): string {
  return readingOf(`<body>${figure.replace(/<p class="asked">[\s\S]*?<\/p>/, '')}`).trim()
}
