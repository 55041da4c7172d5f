import type { Publication } from '@klankbord/model'
import { publicationCsv } from '@klankbord/report-page'
import { MISSING, samplePublication } from '@klankbord/testing/sample-publication'
import { describe, expect, it } from 'vitest'
import { pageOf, readingOf } from './page-reading.ts'

const { account, wave } = samplePublication()
const { frame } = account
if (frame === null) throw new Error('expected a frame')

const stated: Partial<Publication> = {
  wave: { ...wave, mode: 'open' },
  account: {
    answered: 594,
    frame: { ...frame, invited: 0, source: { nl: 'Opgave van de gemeente', en: 'Stated by the municipality' } },
  },
  missing: MISSING,
}

describe('an open round of which the sizes of groups are known', () => {
  const reading = readingOf(pageOf(stated))

  it('tells how many answered and how large the whole group is, and for whom it speaks', () => {
    expect(reading).toContain('gaven 594 mensen antwoord. Iedereen met het adres kon meedoen. De cijfers gelden voor')
    expect(reading).toContain('niet voor iedereen. De hele groep is 1.400 mensen.')
    expect(reading).toContain('594 mensen gaven antwoord.')
    expect(reading).toContain('Om wie het gaat 1.400')
  })

  it('knows nothing of invitations', () => {
    for (const words of ['uitgenodigd', 'Uitgenodigd', 'nodigden', 'uitnodiging', ' 0 mensen', 'Dat is 0%'])
      expect(reading).not.toContain(words)
    const english = readingOf(pageOf(stated, 'en'))
    for (const words of ['invited', 'Invited', 'invitation', ' 0 people']) expect(english).not.toContain(words)
    const csv = publicationCsv(samplePublication(stated), 'nl')
    expect(csv).not.toContain('invited')
    expect(csv).toContain('population')
  })

  it('says who is missing as far as that is known, and where the sizes come from', () => {
    expect(reading).toContain('Wie deden mee, en wie missen wij?')
    expect(reading).toContain('Wij weten niet hoeveel mensen het adres kregen. Daarom is er geen percentage van wie')
    expect(reading).not.toContain('weten wij niet wie er ontbreekt')
    expect(reading).toContain('Iedereen met het adres kon meedoen. De antwoorden zijn anoniem.')
    expect(reading).toContain('De hele groep is 1.400 mensen. Bron: Opgave van de gemeente.')
  })

  it('does not say who is missing where nothing tells it', () => {
    const bare = readingOf(pageOf({ ...stated, missing: [], methods: [] }))
    expect(bare).toContain('Wie deden mee?')
    expect(bare).toContain('en weten wij niet wie er ontbreekt.')
    expect(bare).toContain('Wij weten niet wie niet meedeed.')
  })
})

it('does not tell days as past that come after its publication', () => {
  const changed = { ...stated, publishedOn: '2026-04-22' }
  expect(readingOf(pageOf(changed))).toContain('Van 9 februari tot en met 22 april 2026 gaven 594 mensen antwoord.')
  expect(readingOf(pageOf(stated))).toContain('Van 9 februari tot en met 26 april 2026 gaven 594 mensen antwoord.')
})
