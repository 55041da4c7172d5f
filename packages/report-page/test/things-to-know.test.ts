import { describe, expect, it } from 'vitest'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { reportContent } from '../src/report-content.ts'
import { thingsToKnow } from '../src/things-to-know.ts'

const thingsOf = (changes: Parameters<typeof samplePublication>[0]) =>
  thingsToKnow(reportContent(samplePublication(changes), 'nl')).map(({ percent, words }) => `${percent} ${words}`)

describe('the things to know', () => {
  it('are the leading question, the first clear difference and the first question that most are not positive on', () => {
    expect(thingsOf({})).toEqual([
      '76% is het eens met “Mijn hulp is goed”.',
      '36% van de groep Zuidoost is het eens met “Mijn hulp begon snel”.',
      '39% antwoordt “ja” op “Kende u de gratis cliëntondersteuner?”',
    ])
  })

  it('are filled up with the first question of each theme, never with the highest or lowest score', () => {
    const tables = samplePublication().tables.filter(
      ({ by, subject }) => by === null && subject.name !== 'knew_supporter',
    )
    expect(thingsOf({ tables })).toEqual([
      '76% is het eens met “Mijn hulp is goed”.',
      '64% is het eens met “Ik wist bij wie ik hulp kon vragen”.',
      '64% is het eens met “Met deze hulp kan ik meer doen van wat ik graag wil”.',
    ])
  })
})
