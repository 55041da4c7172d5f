import { describe, expect, it } from 'vitest'
import type { AuthoredTexts, PublishedText } from '@klankbord/model'
import { reopen, sealPublication } from '@klankbord/disclosure'
import { publicationCsv } from '@klankbord/report-page'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { pageOf, readingOf } from './page-reading.ts'

const sample = samplePublication()
const [table] = sample.tables.filter(({ by }) => by === null)
const figure = { table: table?.id ?? '', group: null, answers: [5] } as const
const count = { account: 'answered' } as const

const authored: AuthoredTexts<PublishedText> = {
  texts: {
    headline: { nl: ['Wij horen ', { figure: count, form: 'count', words: '0594' }, ' mensen.'] },
    introduction: { nl: ['Dag <b>allemaal</b>.'], en: ['Hello.'] },
    conclusions: [{ nl: [{ figure, form: 'percent', words: '99%' }, ' is het helemaal eens.'] }],
    comments: [{ theme: table?.subject.theme ?? '', text: { nl: ['Dit thema viel op.'] } }],
    method: [{ nl: ['Wij belden ook.'] }],
  },
  advice: [
    {
      to: { nl: ['Het college'] },
      advice: { nl: ['Bel sneller terug.'] },
      reason: { nl: ['Wachten is erg.'] },
      tables: [table?.id ?? ''],
      state: 'partlyAdopted',
      answer: { text: { nl: ['Wij doen het half.'] }, on: '2026-09-09' },
    },
  ],
  actions: [{ advice: { nl: ['Denk mee'] }, state: 'notDone', done: { nl: ['Te weinig mensen.'] } }],
}
const publication = sealPublication(samplePublication(authored))
const html = pageOf(reopen(JSON.parse(JSON.stringify(publication))))
const reading = readingOf(html)

describe('a council reads what the authors say', () => {
  it('with each number as its figure has it, whatever stands in the words', () => {
    expect(html).toContain('<h1>Wij horen 594 mensen.</h1>')
    const [everybody] = table?.groups ?? []
    const cell = everybody?.status === 'hidden' ? undefined : everybody?.cells[4]
    const percent = cell?.status === 'shown' ? Math.floor(cell.share * 100 + 0.5) : -1
    expect(reading).toContain(`${percent}% is het helemaal eens.`)
    expect(reading).not.toContain('99%')
  })

  it('as nothing but words', () => {
    expect(html).toContain('Dag &lt;b&gt;allemaal&lt;/b&gt;.')
  })

  it('in its place: at the opening, with a theme, and in the method', () => {
    expect(reading.indexOf('Dag <b>')).toBeLessThan(reading.indexOf('Op deze pagina'))
    expect(html).toContain('<a href="#conclusions">Wat wij zien</a>')
    expect(reading).toContain('Dit thema viel op.')
    expect(html.slice(html.indexOf('<section id="method">'))).toContain('Wij belden ook.')
  })

  it('and what is advised, to whom, on which figures, with the answer and its day', () => {
    const section = html.slice(html.indexOf('<section id="advice">'), html.indexOf('<section id="actions">'))
    for (const words of [
      'Bel sneller terug.',
      'Aan: Het college',
      'Wachten is erg.',
      'Voor een deel overgenomen.',
      '9 september 2026',
      'Wij doen het half.',
    ])
      expect(section).toContain(words)
    expect(section).toMatch(/<a href="#figure-\d+-/)
  })

  it('and its reason only where there is one', () => {
    expect(reading).toContain('Omdat: Wachten is erg.')
    const [first] = authored.advice ?? []
    if (first === undefined) throw new Error('expected advice')
    const { to, advice, tables, state } = first
    const bare = { to, advice, tables, state }
    for (const one of [bare, { ...bare, reason: { nl: [' '] } }]) {
      const page = readingOf(pageOf({ ...authored, advice: [one] }))
      expect(page).not.toContain('Omdat:')
      expect(page).toMatch(/Zie: Figuur \d+/)
    }
  })

  it('and what came of earlier advice, or why nothing did', () => {
    const section = html.slice(html.indexOf('<section id="actions">'))
    for (const words of ['Niet gedaan', '“Denk mee”', 'Waarom niet', 'Te weinig mensen.'])
      expect(section).toContain(words)
  })

  it('and hears in another language that it is not translated, with each text marked as in its own', () => {
    const english = pageOf(authored, 'en')
    expect(readingOf(english)).toContain('The heading is in Dutch, as its authors wrote it. There is no translation.')
    expect(english).toMatch(/<h1 lang="nl">Wij horen 594 mensen/)
    expect(english).toMatch(/<p class="said" dir="auto"\s*>Hello/)
    for (const words of [
      'Dit thema viel op.',
      'Wij belden ook.',
      'Bel sneller terug.',
      'Wachten is erg.',
      'Wij doen het half.',
      'Te weinig mensen.',
    ])
      expect(english).toMatch(new RegExp(`lang="nl"\\s*>\\s*${words}`))
    expect(html).not.toMatch(/ lang="nl"[^>]*>Wij horen/)
    expect(reading).not.toContain('Er is geen vertaling.')
    const { headline, ...untitled } = authored.texts ?? {}
    expect(headline).toBeDefined()
    expect(readingOf(pageOf({ ...authored, texts: untitled }, 'en'))).toContain(
      'Some of what the authors wrote is in Dutch. There is no translation.',
    )
    expect(readingOf(pageOf({ texts: { headline: { en: ['Hello.'] } } }))).toContain('De kop is in het Engels')
  })

  it('and finds none of it where nobody wrote anything', () => {
    const page = pageOf()
    for (const id of ['conclusions', 'advice', 'actions']) expect(page).not.toContain(`id="${id}"`)
  })

  it('and has it in the open table too', () => {
    const csv = publicationCsv(publication, 'nl')
    expect(csv).toContain('texts/headline,')
    expect(csv).toMatch(/actions\/0\/done,.*,text,,Te weinig mensen\./)
  })
})
