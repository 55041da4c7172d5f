import type { Publication, PublishedChanges } from '@klankbord/model'
import { MISSING, samplePublication } from '@klankbord/testing/sample-publication'
import { describe, expect, it } from 'vitest'
import { CHANGES, FIELDWORK, TREND } from './accounted.ts'
import { attributesOf, pageOf, readingOf } from './page-reading.ts'

const accounted = (changes: Partial<Publication> = {}) => {
  const { account } = samplePublication()
  return pageOf({
    account: { ...account, fieldwork: FIELDWORK },
    missing: MISSING,
    trend: TREND,
    changes: CHANGES,
    ...changes,
  })
}

describe('a council reads how answers came', () => {
  it('from whom was invited to who answered, and when people were reminded', () => {
    const reading = readingOf(accounted())
    expect(reading).toContain('Uitnodiging kwam niet aan −38 3% Bereikt 1.362 97%')
    expect(reading).toContain('Gaf antwoord 594 42% Zo gaven mensen antwoord Op internet 594 100%')
    expect(reading).toContain('In de week van 2 maart 2026 herinnerden wij minstens 730 mensen.')
    expect(reading).toContain('Daar begonnen 640 mensen en maakten 594 mensen het af.')
  })

  it('and of an older publication what it says', () => {
    expect(readingOf(pageOf())).toContain('Uitgenodigd 1.400 100% Gaf antwoord 594 42%')
  })
})

describe('a council reads how figures went', () => {
  it('in a plot with its numbers as text, a sentence and a table, as a figure of its own', () => {
    const page = accounted()
    const section = page.slice(page.indexOf('<section id="trend">'), page.indexOf('<section id="changes">'))
    expect(section).toContain('aria-label="Vorig jaar: 60%. Voorjaar 2026: 60%."')
    const reading = readingOf(`<body>${section}`)
    expect(reading).toContain('Geen duidelijk verschil met de ronde “Vorig jaar”.')
    expect(reading).toContain('Vorig jaar 550 60% 57 tot 63 0 (−5 tot +5)')
    const numbers = [...page.matchAll(/Figuur (\d+)</g)].map(([, number]) => Number(number))
    expect(Math.max(...numbers)).toBe(new Set(numbers).size)
    expect(section).toContain(`Figuur ${Math.max(...numbers)}<`)
  })

  it('and what was done differently, in the language of the page', () => {
    expect(readingOf(accounted())).toContain(
      'De vorige ronde heette “Vorig jaar” en kwam uit op 12 juni 2025. Dit is nu anders. Andere woorden in de vraag: “Mijn hulp begon snel.” Nieuw in groepen verdeeld: “Leeftijd” Een groep laten wij zien vanaf 15 mensen. Eerst was dat 10. Mensen antwoordden op internet en op papier. Eerst was dat op internet. Nu weten wij wie er gevraagd zijn.',
    )
    const { account } = samplePublication()
    const english = readingOf(pageOf({ account, trend: TREND, changes: CHANGES }, 'en'))
    expect(english).toContain('Other words in the question: “My help started soon.”')
    expect(english).toContain('No clear difference from the round “Vorig jaar”.')
  })

  it('or that only the answers are others', () => {
    const changes = { since: CHANGES.since, changes: [] }
    expect(readingOf(accounted({ changes }))).toContain('12 juni 2025. Alleen de antwoorden zijn anders.')
  })

  it('or, of the same round, whether it is figures or at most words', () => {
    const since = { ...CHANGES.since, sameWave: true, edition: 3 }
    const saying = (figures: NonNullable<PublishedChanges['figures']>): string =>
      readingOf(accounted({ changes: { since, changes: [], figures } }))
    const same = saying({ changed: 0, appeared: 0, gone: 0 })
    expect(same).toContain(
      'uitgave 3 van 12 juni 2025. De vragen en de cijfers zijn hetzelfde. Alleen woorden kunnen anders zijn.',
    )
    expect(same).not.toContain('Alleen de antwoorden')
    for (const figures of [
      { changed: 1, appeared: 0, gone: 0 },
      { changed: 0, appeared: 1, gone: 0 },
      { changed: 0, appeared: 0, gone: 1 },
    ])
      expect(saying(figures)).toContain('Aan de vragen veranderde niets. Wel staan er andere cijfers.')
  })

  it('by links from the contents, and nothing of it where there is none', () => {
    const page = accounted()
    expect(attributesOf(page, 'href')).toEqual(expect.arrayContaining(['#trend', '#changes']))
    const ids = attributesOf(page, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ['trend', 'changes']) expect(pageOf()).not.toContain(`id="${id}"`)
  })

  it('as words, whatever an author called a question', () => {
    const hostile = { nl: '</text><img src=x onerror=alert(1)>' }
    const questions = TREND.questions.map((one) => ({
      ...one,
      label: hostile,
      points: one.points.map((point) => ({ ...point, wave: hostile })),
    }))
    const changes = {
      since: { ...CHANGES.since, wave: hostile },
      changes: [{ kind: 'questionAdded', question: 'x', label: hostile }],
    } as const
    expect(accounted({ trend: { ...TREND, questions }, changes })).not.toContain('<img')
  })
})
