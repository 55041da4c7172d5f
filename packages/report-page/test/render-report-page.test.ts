import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { reopen, sealPublication } from '@klankbord/disclosure'
import { REPORT_STYLE_SOURCES } from '@klankbord/report-page'
import { changedTable, samplePublication, tamperedWith } from '@klankbord/testing/sample-publication'
import { attributesOf, pageOf, readingOf } from './page-reading.ts'

const page = pageOf()
const reading = readingOf(page)

describe('a council opens the page', () => {
  it('reads the finding first', () => {
    expect(page).toContain(
      '<h1>Ruim drie van de vier mensen zijn het eens met “Mijn hulp is goed”. Bij “Mijn hulp begon snel” blijft Zuidoost achter.</h1>',
    )
  })

  it('learns how many were asked, how many answered, and from when to when', () => {
    expect(reading).toContain(
      'Van 9 februari tot en met 26 april 2026 nodigden wij 1.400 mensen uit. 594 mensen gaven antwoord. Dat is 42%.',
    )
  })

  it('is told at once that the town does not exist', () => {
    expect(reading.indexOf('Deze gemeente bestaat niet')).toBeLessThan(reading.indexOf('Klankbord'))
  })

  it('is warned of who is missing before any result', () => {
    const warning = reading.indexOf('Deze groepen hoorden wij te weinig: 18 tot en met 44 jaar.')
    expect(warning).toBeGreaterThan(0)
    expect(warning).toBeLessThan(reading.indexOf('Wat mensen vinden', warning))
  })

  it('finds the sections in their order, each with a link from the contents', () => {
    const sections = [...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)
    expect(sections).toEqual([
      'know',
      'who',
      'results',
      'differences-district',
      'differences-age',
      'hidden',
      'method',
      'downloads',
    ])
    const contents = page.slice(page.indexOf('class="toc"'), page.indexOf('</nav>', page.indexOf('class="toc"')))
    expect(attributesOf(contents, 'href')).toEqual(sections.map((id) => `#${id}`))
  })

  it('finds a place at the end of every link within the page, and no place twice', () => {
    const ids = attributesOf(page, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    const within = attributesOf(page, 'href').filter((href) => href.startsWith('#'))
    expect(within.filter((href) => !ids.includes(href.slice(1)))).toEqual([])
  })

  it('has a table for every chart that is not one itself', () => {
    const charts = page.match(/class="chart" role="img" aria-label="[^"]{20,}"/g) ?? []
    const tables = page.match(/<details class="numbers">/g) ?? []
    expect(charts.length).toBeGreaterThan(10)
    expect(tables.length).toBe(charts.length)
  })

  it('keeps questionnaire order in the differences, and opens only those that are clear', () => {
    const district = page.slice(page.indexOf('id="differences-district"'), page.indexOf('id="differences-age"'))
    const order = [...district.matchAll(/class="asked">([^<]+)</g)].map(([, words]) => words)
    expect(order.slice(0, 3)).toEqual([
      '“Ik wist bij wie ik hulp kon vragen”',
      '“Mijn hulp begon snel”',
      '“De medewerker luisterde echt naar mij”',
    ])
    expect(district.match(/<details class="more">/g)).toHaveLength(6)
  })

  it('reads how to refer to it and where the data are', () => {
    expect(reading).toContain('Cliëntenplatform Voorbeeldstad (2026).')
    expect(reading).toContain('Controlegetal 7c1e-94b0-52fd.')
    expect(attributesOf(page, 'href')).toEqual(expect.arrayContaining(['r.csv', 'r.json', 'en.html']))
  })
})

describe('other publications', () => {
  it('without a frame say whom they can and cannot speak for, and give no percentage of who took part', () => {
    const wave = { ...samplePublication().wave, mode: 'open' } as const
    const open = readingOf(pageOf({ account: { answered: 594, frame: null }, wave }))
    expect(open).toContain('De cijfers gelden voor deze mensen, en niet voor iedereen.')
    expect(open).toContain('Wij weten niet wie niet meedeed.')
    expect(open).toContain('Iemand kan twee keer meegedaan hebben.')
    expect(open).not.toContain('42%')
  })

  it('of a round with codes never say that anybody with the address could take part', () => {
    const wave = { ...samplePublication().wave, mode: 'codeAnonymous' } as const
    const coded = readingOf(pageOf({ account: { answered: 594, frame: null }, wave }))
    expect(coded).toContain('Meedoen kon alleen met een code.')
    expect(coded).toContain('Iedereen kreeg een eigen code.')
    expect(coded).not.toContain('adres kon')
    expect(coded).not.toContain('het adres kregen')
  })

  it('made while trying out say so', () => {
    const study = { ...samplePublication().study, sample: false, tryOut: true }
    const tried = readingOf(pageOf({ study }))
    expect(tried).toContain('gemaakt om te oefenen')
    expect(tried).not.toContain('Deze gemeente bestaat niet')
  })

  it('without any table still say how many answered', () => {
    const bare = pageOf({ tables: [], breakdowns: [], headline: null })
    expect(bare).toContain('<h1>594 mensen gaven antwoord.</h1>')
    expect(bare).not.toContain('id="know"')
  })

  it('without a clear difference name no group in the headline', () => {
    const tables = samplePublication().tables.filter((table) => table.subject.name !== 'quick')
    expect(pageOf({ tables })).toContain('zijn het eens met “Mijn hulp is goed”.</h1>')
  })
})

it('is the same page after the publication was stored and opened again', () => {
  const sealed = sealPublication(samplePublication())
  const opened = reopen(JSON.parse(JSON.stringify(sealed)))
  expect(pageOf(opened) === pageOf(sealed)).toBe(true)
})

describe('languages', () => {
  it('speaks English to who reads English, with the Dutch page one tap away', () => {
    const english = pageOf({}, 'en')
    expect(english).toContain('<html lang="en" dir="ltr">')
    expect(readingOf(english)).toContain('we invited 1,400 people. 594 people answered.')
    expect(english).toMatch(/lang="nl" hreflang="nl"\s*>Nederlands<\/a/)
  })

  it('falls back on Dutch around Arabic labels, from right to left', () => {
    const arabic = pageOf({}, 'ar')
    expect(arabic).toContain('<html lang="ar" dir="rtl">')
    expect(arabic).toContain('جملة')
    expect(arabic).toContain('Wat mensen vinden')
  })
})

describe('safety', () => {
  it('has one style element, which its policy allows, and no style attribute or handler', () => {
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text ?? '')
    expect(styles).toHaveLength(1)
    const hash = createHash('sha256')
      .update(styles[0] ?? '')
      .digest('base64')
    expect(REPORT_STYLE_SOURCES).toEqual([`'sha256-${hash}'`])
    expect(page).not.toMatch(/<[^>]* (style|on[a-z]+)=/)
  })

  it('writes what authors wrote as text, everywhere', () => {
    const hostile = '</script></style><img src=x onerror=alert(1)>"\'&'
    const text = { nl: hostile }
    const sample = samplePublication()
    const tables = sample.tables.map((table) => {
      const subject = { ...table.subject, label: text, prompt: text, theme: hostile }
      const categories = table.categories.map((category) => ({ ...category, label: text }))
      return changedTable(table, { subject, categories }, () => ({ label: text }))
    })
    const study = { ...sample.study, title: text, organisation: hostile }
    const written = pageOf({ tables, study, wave: { ...sample.wave, title: text } }, 'nl', 'report.js')
    expect(written).not.toContain('<img')
    expect(written.match(/<\/script>/g)).toHaveLength(2)
    const data = /<script type="application\/json" id="figures">([\s\S]*?)<\/script>/.exec(written)?.[1] ?? ''
    expect(JSON.stringify(JSON.parse(data))).toContain('onerror')
  })

  it('carries a script and its data only when asked', () => {
    expect(page).not.toContain('<script')
    expect(pageOf({}, 'nl', '/assets/report.js')).toContain('<script type="module" src="/assets/report.js"></script>')
  })
})

describe('a council reads words of people', () => {
  const title = { nl: 'Wat wilt u nog vertellen?', en: 'What else do you want to tell?' }
  const quotes = [
    { question: 'story', title, text: 'Fijn […] <b>geholpen</b>' },
    { question: 'story', title, text: 'Het duurde lang' },
  ]
  const quoting = sealPublication(samplePublication({ quotes }))

  it('under the question that they answer, and as nothing but words', () => {
    const html = pageOf(reopen(JSON.parse(JSON.stringify(quoting))))
    expect(html).toContain('<section id="quotes">')
    expect(html).toContain('<a href="#quotes">In hun eigen woorden</a>')
    expect(html.split('Wat wilt u nog vertellen?')).toHaveLength(2)
    expect(html).toContain('Fijn […] &lt;b&gt;geholpen&lt;/b&gt;')
    expect(html.match(/<blockquote/g)).toHaveLength(2)
  })

  it('which nobody can add or change afterwards', () => {
    const changed = tamperedWith(quoting, { quotes: [{ question: 'story', title, text: 'Alles is goed' }] })
    expect(() => reopen(changed)).toThrow('altered')
    const more = tamperedWith(quoting, { quotes: [{ question: 'story', title, text: 'x', district: 'Oost' }] })
    expect(() => reopen(more)).toThrow('malformed: /quotes/0')
  })

  it('only where somebody is quoted', () => {
    expect(page).not.toContain('blockquote>')
    expect(page).not.toContain('id="quotes"')
  })
})

it('tells the methods that were used, in the language of the page', () => {
  const methods = [
    { code: 'collected', details: { from: '2026-W07', to: '2026-W17' } },
    { code: 'modesSeveral', details: { modes: ['web', 'paper'] } },
  ] as const
  const said = (language: string): string => readingOf(pageOf({ methods }, language))
  expect(said('nl')).toContain('van week 7 (2026) tot en met week 17 (2026)')
  expect(said('nl')).toContain('op internet en op papier')
  expect(said('en')).toContain('online and on paper')
  expect(said('en')).toContain('from week 7 (2026) to week 17 (2026)')
})
