import type { EditionCorrection, Publication } from '@klankbord/model'
import { editionFor, sealPublication } from '@klankbord/disclosure'
import { renderReportPage, type ReportPageOptions } from '@klankbord/report-page'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { describe, expect, it } from 'vitest'
import { pageOf, readingOf } from './page-reading.ts'

const contentOf = ({ hash: _hash, ...content }: Publication): Omit<Publication, 'hash'> => content

const correction: EditionCorrection = {
  edition: 1,
  publishedOn: '2026-06-16',
  reason: 'wrongFigures',
  words: 'De <wijk> had de verkeerde naam.',
}
const changes: Publication['changes'] = {
  since: { publication: 'eerst', edition: 1, wave: {}, publishedOn: '2026-06-16', sameWave: true },
  changes: [],
  figures: { changed: 12, appeared: 1, gone: 0 },
}

describe('an edition that takes the place of another', () => {
  const reading = readingOf(pageOf({ edition: 2, correction, changes }))

  it('says so first, with the date, why, and what is different', () => {
    expect(reading).toContain('Dit is uitgave 2. Deze uitgave komt in de plaats van uitgave 1 van 16 juni 2026.')
    expect(reading).toContain('Er zat een fout in de cijfers van uitgave 1. De &lt;wijk&gt; had de verkeerde naam.')
    expect(reading).toContain('12 cijfers hebben een andere waarde. 1 cijfer kwam erbij. Er ging geen cijfer weg.')
    expect(reading.indexOf('Dit is uitgave 2.')).toBeLessThan(reading.indexOf('Wat mensen vinden', 2000))
  })

  it('says it in English', () => {
    const english = readingOf(pageOf({ edition: 2, correction: { ...correction, words: null }, changes }, 'en'))
    expect(english).toContain('There was a mistake in the figures of edition 1.')
    expect(english).toContain('12 figures have another value.')
  })

  it('tells how figures changed only since the edition that it takes the place of', () => {
    const other = { ...changes, since: { ...changes.since, edition: 3 } }
    expect(readingOf(pageOf({ edition: 2, correction, changes: other }))).not.toContain('een andere waarde')
  })

  it('leaves the sentence to its authors where no other fits', () => {
    const words = 'De raad vroeg erom.'
    const own = readingOf(pageOf({ edition: 2, correction: { ...correction, reason: 'other', words } }))
    expect(own).toContain('van uitgave 1 van 16 juni 2026. De raad vroeg erom.')
  })

  it('is told with its reason at the top of the edition before', () => {
    const links = { json: 'r.json', csv: 'r.csv', languages: {} }
    const later = { address: '/r/nieuw', edition: 2, publishedOn: '2026-07-01', correction }
    const old = renderReportPage(samplePublication(), { language: 'nl', links, standing: { later } })
    expect(readingOf(old)).toContain(
      'Er is een nieuwere uitgave: uitgave 2 van 1 juli 2026. Er zat een fout in de cijfers van uitgave 1.',
    )
  })
})

describe('a page for one audience', () => {
  const content = contentOf(samplePublication())
  const whole = sealPublication({
    ...content,
    audiences: [
      { audience: 'clients', questions: ['quick'], breakdowns: [], headline: { nl: ['Voor u.'] } },
      { audience: 'municipality' },
    ],
  })
  const options: ReportPageOptions = {
    language: 'nl',
    links: {
      json: 'r.json',
      csv: 'r.csv',
      languages: {},
      audiences: { everybody: '/r/x?lang=nl', audiences: { clients: '/r/x?for=clients', municipality: '/r/x?for=m' } },
    },
  }
  const page = renderReportPage(editionFor(whole, 'clients'), options)

  it('says for whom it is and that it is a choice, with the way to everything', () => {
    const reading = readingOf(page)
    expect(reading).toContain('Deze pagina is voor cliënten. De cijfers zijn dezelfde als op de pagina voor iedereen.')
    expect(page).toContain('<a href="/r/x?lang=nl">Naar de pagina voor iedereen</a>')
    expect(page).toContain('<h1>Voor u.</h1>')
    expect(page).not.toContain('id="differences-')
  })

  it('leads to the pages for others, and says which this is', () => {
    expect(page).toMatch(/<a href="\/r\/x\?for=clients" aria-current="page"\s*>Cliënten<\/a>/)
    expect(page).toMatch(/<a href="\/r\/x\?for=m"\s*>Gemeente<\/a>/)
    expect(renderReportPage(whole, options)).toMatch(/<a href="\/r\/x\?lang=nl" aria-current="page"\s*>Iedereen<\/a>/)
  })

  it('is not named where everybody reads the same', () => {
    expect(pageOf()).not.toContain('Voor wie')
  })
})

describe('the plan that was fixed', () => {
  const plan = { hash: 'a'.repeat(64), fixedOn: '2026-02-01', beforeResults: true, changedSince: [] }
  it.each([
    [
      'planFixedBefore',
      { date: '2026-02-01' },
      'lag vast op 1 februari 2026, voordat iemand de uitkomsten had bekeken.',
    ],
    ['planFixed', { date: '2026-02-01' }, 'lag vast op 1 februari 2026.'],
    [
      'planChanged',
      { date: '2026-02-01', parts: ['questions', 'merges'] },
      'Daarna is dit veranderd: de vragen en welke groepen zijn samengevoegd.',
    ],
  ] as const)('is told among the methods: %s', (code, details, words) => {
    expect(readingOf(pageOf({ plan, methods: [{ code, details }] }))).toContain(words)
  })
})
