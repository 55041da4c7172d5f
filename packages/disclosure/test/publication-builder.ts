import { DEFAULT_POLICY, type Publication } from '@klankbord/model'
import { protect } from '@klankbord/disclosure'
import { SOLVING } from './solving.ts'
import { questionTables, type RowSpec } from './table-builder.ts'

/** A small publication that is not sealed yet. */
export async function contentOf(rows: readonly RowSpec[]): Promise<Omit<Publication, 'hash'>> {
  const { tables, record, comparisons } = await protect(questionTables(rows), DEFAULT_POLICY, SOLVING)
  return {
    format: 'klankbord-publication/1',
    id: 'voorbeeldstad-2026',
    study: { title: { nl: 'Wmo' }, organisation: 'Voorbeeldstad', sample: true, tryOut: false },
    wave: { title: { nl: 'Voorjaar' }, mode: 'open', from: '2026-W10', to: '2026-W18' },
    edition: 1,
    publishedOn: '2026-06-30',
    language: 'nl',
    languages: ['nl'],
    account: { answered: 100, frame: null },
    headline: 'q',
    breakdowns: [],
    tables,
    disclosure: record,
    recipe: {
      questionnaire: 'a'.repeat(64),
      version: 1,
      interval: 'wilson',
      level: 0.95,
      weights: 'none',
      comparisons,
      input: { rows: 100, digest: 'b'.repeat(64) },
    },
  }
}
