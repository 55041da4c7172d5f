import { describe, expect, it } from 'vitest'
import type { Publication } from '@klankbord/model'
import { publicationCsv, renderReportPage } from '@klankbord/report-page'
import { changedPublication, samplePublication } from '@klankbord/testing/sample-publication'
import { TREND } from './accounted.ts'
import { readingOf } from './page-reading.ts'

const links = { json: 'r.json', csv: 'r.csv', languages: {} }

function weighted(): Publication {
  const publication = samplePublication()
  const labels = { district: { nl: 'Waar woont u?', en: 'Where do you live?' } }
  const weights = {
    by: ['district'],
    labels,
    method: 'postStratification',
    trim: null,
    targets: { district: { 1: 500, 2: 250, 3: 650 } },
    designEffect: 1.57,
    effectiveSize: 371.5,
    smallest: 0.63,
    largest: 2.5,
  } as const
  const note = {
    code: 'weighted',
    details: { by: ['district'], effective: 371, smallest: 0.63, largest: 2.5 },
  } as const
  return changedPublication(publication, { recipe: { ...publication.recipe, weights }, methods: [note] })
}

const pageOf = (publication: Publication, language: string): string =>
  readingOf(renderReportPage(publication, { links, language }))

describe('the page of a weighted publication', () => {
  it('says at each figure and in its method what is weighted and by what', () => {
    const page = pageOf(weighted(), 'nl')
    expect(page.split('de procenten zijn gewogen, de aantallen niet').length).toBeGreaterThan(3)
    expect(page).toContain('zijn gewogen op “Waar woont u?”')
    expect(page).toContain('minstens 0,63 keer en hoogstens 2,5 keer')
    expect(page).toContain('De percentages zijn gewogen. De aantallen zijn zoals geteld.')
    expect(page).not.toContain('zonder weging')
    expect(pageOf(weighted(), 'en')).toContain('weighted by “Where do you live?”')
  })

  it('does not say that who is heard too little counts for less', () => {
    expect(pageOf(samplePublication(), 'nl')).not.toContain('gewogen')
    expect(pageOf(weighted(), 'nl')).not.toContain('telt in deze cijfers minder mee')
  })

  it('gives the weights as a reason of what is hidden beside small groups, and only then', () => {
    const hidden = { tooFew: 2, complementary: 3 }
    const withHidden = (publication: Publication): Publication =>
      changedPublication(publication, { disclosure: { ...publication.disclosure, hidden } })
    const page = pageOf(withHidden(weighted()), 'nl')
    expect(page).toContain('3 keer omdat u anders met de weging, of met een ander cijfer,')
    expect(page).not.toContain('omdat u een ander weggelaten cijfer')
    expect(page).toContain('Anders kunt u met de weging of een ander cijfer uitrekenen wat een paar mensen zeiden.')
    const counted = pageOf(withHidden(samplePublication()), 'nl')
    expect(counted).toContain('3 keer omdat u een ander weggelaten cijfer')
    expect(counted).not.toContain('met de weging')
  })

  it('has an open table that says so in each row of figures', () => {
    const [, first] = publicationCsv(weighted(), 'nl').split('\r\n')
    expect(first).toMatch(/,weighted$/)
  })

  it('has one that says so of each round of a trend, and of what went up or down', () => {
    const [question] = TREND.questions
    if (question === undefined) throw new Error('expected a question over rounds')
    const points = question.points.map((point, at) => (at === 1 ? { ...point, weighted: true } : point))
    const trend = { ...TREND, questions: [{ ...question, points }] }
    const basesIn = (publication: Publication): readonly (string | undefined)[] =>
      publicationCsv(publication, 'nl')
        .split('\r\n')
        .filter((row) => row.startsWith('trend×'))
        .map((row) => row.split(',').at(-1))
    expect(basesIn(changedPublication(weighted(), { trend }))).toEqual(['counted', 'weighted', 'weighted'])
    expect(basesIn(samplePublication({ trend: TREND }))).toEqual(['counted', 'counted', 'counted'])
  })
})
