import { describe, expect, it } from 'vitest'
import type { Advice, Publication, PublishedText } from '@klankbord/model'
import { renderReportPage } from '@klankbord/report-page'
import { changedPublication, samplePublication } from '@klankbord/testing/sample-publication'
import { CROSSED, crossedPublication } from './crossed.ts'
import { attributesOf, readingOf } from './page-reading.ts'

const links = { json: 'r.json', csv: 'r.csv', languages: {} }
const pageOf = (publication: Publication, language = 'nl'): string => renderReportPage(publication, { links, language })
const sectionOf = (page: string): string => {
  const from = page.indexOf('<section id="crossed-district-age"')
  return from < 0 ? '' : page.slice(from, page.indexOf('</section>', from))
}
const page = pageOf(crossedPublication())
const section = sectionOf(page)

/** The rows of the table of a question as they are read, by the group of the first breakdown. */
function rowsOf(question: string): ReadonlyMap<string, string> {
  const table =
    [...section.matchAll(/<table>[\s\S]*?<\/table>/g)]
      .map(([one]) => one)
      .find((one) => one.includes(`“${question}”`)) ?? ''
  const rows = table.slice(table.indexOf('<tbody>'), table.indexOf('</tbody>')).split('<tr>').slice(1)
  return new Map(
    rows.map((row) => {
      const [head = '', cells = ''] = row.split('</th>')
      return [readingOf(`<body>${head}`).trim(), readingOf(`<body>${cells}`).trim()] as const
    }),
  )
}

describe('what two breakdowns at once tell', () => {
  it('stands after each of them alone, with a link from the contents', () => {
    const sections = [...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)
    expect(sections.slice(sections.indexOf('differences-age'))).toEqual([
      'differences-age',
      'crossed-district-age',
      'hidden',
      'method',
      'downloads',
    ])
    const contents = page.slice(page.indexOf('class="toc"'), page.indexOf('</nav>', page.indexOf('class="toc"')))
    expect(contents).toContain(
      '<a href="#crossed-district-age">Samen bekeken: “In welke wijk woont u?” en “Hoe oud bent u?”</a>',
    )
  })

  it('has a row for each group of the first, and a share with its margin and answers for each of the second', () => {
    const rows = rowsOf('Mijn hulp begon snel')
    expect([...rows.keys()]).toEqual(['Buitengebied', 'Centrum', 'Havenkwartier', 'Noord', 'Oost', 'West', 'Zuidoost'])
    expect(rows.get('Noord')).toBe(
      [
        '18 tot en met 44 jaar 62% 38 tot 80 13 antwoorden weinig antwoorden',
        '45 tot en met 64 jaar 59% 46 tot 71 34 antwoorden',
        '65 tot en met 79 jaar 58% 48 tot 68 48 antwoorden',
        '80 jaar en ouder 58% 44 tot 70 33 antwoorden',
      ].join(' '),
    )
    expect(rows.get('Zuidoost')).toContain('65 tot en met 79 jaar 37% 26 tot 49 35 antwoorden ▼ duidelijk lager')
  })

  it('says in the place of a hidden share why it is not there, and how many are not', () => {
    const [first] = (rowsOf('Mijn hulp is goed').get('West') ?? '').split('45 tot en met')
    expect(first?.trim()).toBe('18 tot en met 44 jaar Ook niet te zien. Anders kunt u een ander cijfer uitrekenen.')
    expect(rowsOf('Mijn hulp is goed').get('Buitengebied')).not.toContain('%')
    const hidden = CROSSED.flatMap(({ groups }) => groups.filter(({ status }) => status === 'hidden'))
    expect(readingOf(`<body>${section}`)).toContain(`Op ${hidden.length} plekken laten wij het cijfer weg`)
  })

  it('has a row for each pair where a question has no positive answers', () => {
    const rows = rowsOf('Hoe had u contact met de gemeente?')
    expect(rows.size).toBe(28)
    expect(rows.get('Noord · 80 jaar en ouder')).toBe('61% 42% 39% 33')
    expect(rows.get('Buitengebied · 80 jaar en ouder')).toBe(
      'Minder dan 10 antwoorden. Wij laten dit cijfer niet zien.',
    )
  })

  it('is open without a script where something is clear, and one tap away where nothing is', () => {
    const details = [...section.matchAll(/<details class="more pairs" id="([^"]+)"( open)?>/g)]
    expect(details.map(([, , open]) => open !== undefined)).toEqual([true, false])
    expect(page).not.toContain('<script')
  })

  it('counts of the comparisons of the page those that are made here, and marks each clear one', () => {
    const verdicts = CROSSED.flatMap(({ groups }) =>
      groups.flatMap((group) => (group.status === 'hidden' ? [] : [group.verdict])),
    )
    const made = verdicts.filter((verdict) => verdict !== 'notTested').length
    expect(made).toBeGreaterThan(10)
    const reading = readingOf(`<body>${section}`)
    expect(reading).toContain(`Van alle vergelijkingen op deze pagina staan er ${made} hier`)
    expect(reading).toContain('Daarvan is er één duidelijk')
    expect(section.match(/▼ duidelijk lager/g)).toHaveLength(verdicts.filter((verdict) => verdict === 'lower').length)
  })

  it('is told in English, too', () => {
    const english = readingOf(`<body>${sectionOf(pageOf(crossedPublication(), 'en'))}`)
    expect(english).toContain('Looked at together: “In which district do you live?” and “How old are you?”')
    expect(english).toContain('18 to 44 years 62% 38 to 80 13 answers few answers')
    expect(english).toContain('In 33 places we leave out the number')
  })

  it('says that shares are weighted and counts are not', () => {
    const publication = crossedPublication()
    const weights = { by: [], labels: {}, method: 'raking', trim: null, targets: {} } as const
    const sizes = { designEffect: 1.2, effectiveSize: 500, smallest: 0.5, largest: 2 }
    const recipe = { ...publication.recipe, weights: { ...weights, ...sizes } }
    expect(sectionOf(pageOf(changedPublication(publication, { recipe })))).toContain(
      'De procenten zijn gewogen, de aantallen niet.',
    )
    expect(section).not.toContain('gewogen')
  })
})

it('advice on a crossed table links to it, and not to the breakdowns alone', () => {
  const words: PublishedText = { nl: ['Meer hulp.'] }
  const advice: Advice<PublishedText> = {
    to: words,
    advice: words,
    tables: ['quick×district×age'],
    state: 'awaitingAnswer',
  }
  const advised = pageOf(changedPublication(crossedPublication(), { advice: [advice] }))
  const told = advised.slice(advised.indexOf('<section id="advice"'), advised.indexOf('<section id="hidden"'))
  expect(attributesOf(told, 'href')).toEqual(['#figure-21-quick-district-age'])
  expect(attributesOf(advised, 'id')).toContain('figure-21-quick-district-age')
})

it('a publication that crosses nothing has no such section', () => {
  expect(pageOf(samplePublication())).not.toContain('Samen bekeken')
})
