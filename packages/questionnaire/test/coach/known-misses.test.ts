import { compile } from '@klankbord/questionnaire'
import type { Json } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import type { Advice, RuleName } from '../../src/coach/advice.ts'
import { coach } from '../../src/coach/coach.ts'

function adviceOn(element: { readonly [key: string]: Json }, rule: RuleName, locale = 'nl'): readonly Advice[] {
  const elements = [{ type: 'comment', name: 'one', ...element }]
  const { questionnaire, findings } = compile({ title: 'Vragen', locale, pages: [{ name: 'one', elements }] })
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return coach(questionnaire, locale, [rule])
}

const choices = (...texts: readonly string[]): Json => texts.map((text, at) => ({ value: at + 1, text }))

describe('somebody who puts two questions in one title', () => {
  it('is told, also where nothing joins them', () => {
    const [advice] = adviceOn({ title: 'Kent u het wijkteam? Wat vindt u van het team?' }, 'double-question')
    expect(advice?.text).toBe('Kent u het wijkteam? Wat vindt u van het team?')
    expect(adviceOn({ title: 'Do you work? Do you like it?' }, 'double-question', 'en')).toHaveLength(1)
  })

  it('is not told of a second one that only asks for the same answer', () => {
    const titles = [
      'Bent u tevreden? Of niet?',
      'Wat hielp u? Bijvoorbeeld een gesprek?',
      'U wilt verhuizen. Klopt dat?',
    ]
    expect(titles.flatMap((title) => adviceOn({ title }, 'double-question'))).toEqual([])
  })
})

describe('somebody who writes a passive sentence', () => {
  it('reads how this very sentence could begin', () => {
    const hints = ['Werd u goed geholpen?', 'Is uw aanvraag afgewezen?'].map(
      (title) => adviceOn({ title }, 'passive')[0]?.hint['nl'],
    )
    expect(hints[0]).toContain('“de gemeente heeft … geholpen” in plaats van “werd … geholpen”')
    expect(hints[1]).toContain('“de gemeente heeft … afgewezen” in plaats van “is … afgewezen”')
    const [advice] = adviceOn({ title: 'Last year, was the help reduced?' }, 'passive', 'en')
    expect(advice?.hint['en']).toContain('“the council has reduced …” and not “was … reduced”')
  })
})

describe('somebody who offers answers with numbers', () => {
  const spoken = (texts: readonly string[], locale = 'nl', type = 'radiogroup'): readonly string[] =>
    adviceOn({ type, title: 'Hoe oud bent u?', choices: choices(...texts) }, 'overlapping-options', locale).map(
      ({ text }) => text,
    )

  it('is told of the first two that overlap, where one may be chosen', () => {
    const bands = ['18–25', '25–35', '35 jaar of ouder']
    expect(spoken(bands)).toEqual(['18–25 · 25–35'])
    expect(spoken(bands, 'nl', 'checkbox')).toEqual([])
    expect(spoken(['Jonger dan 18', '18 t/m 64', '60+'])).toEqual(['18 t/m 64 · 60+'])
    expect(spoken(['1,000 - 1,500 euros', '1,500 euros or more'], 'en')).toHaveLength(1)
  })

  it('may let one begin where the other ends, in words that say so', () => {
    expect(spoken(['18 tot 25', '25 tot 35', '35 of ouder'])).toEqual([])
    expect(spoken(['Under 18', '18 to 64', 'Over 64'], 'en')).toEqual([])
  })

  it('is not told of numbers of different things', () => {
    expect(spoken(['1 tot 6 maanden', '6 maanden tot 1 jaar', 'Langer dan 1 jaar'])).toEqual([])
    expect(spoken(['Wijk 1 of 2', 'Buurt 2 of 3'])).toEqual([])
  })
})

describe('somebody who asks about debts', () => {
  it('is told to say where people can turn to', () => {
    expect(adviceOn({ title: 'Hebt u schulden?' }, 'heavy-without-help')).toHaveLength(1)
    expect(adviceOn({ title: 'Are you in debt?' }, 'heavy-without-help', 'en')).toHaveLength(1)
    const description = 'Wilt u praten over geld? Bel Geldfit: 0800 8115.'
    expect(adviceOn({ title: 'Hebt u schulden?', description }, 'heavy-without-help')).toEqual([])
  })
})

describe('somebody who states the answer', () => {
  it('is told that a question mark makes it no question', () => {
    expect(adviceOn({ title: 'U bent tevreden over de hulp?' }, 'leading')).toHaveLength(1)
    expect(adviceOn({ title: 'You liked the course?' }, 'leading', 'en')).toHaveLength(1)
    expect(adviceOn({ title: 'U hebt een klacht gehad. Hoe ging dat?' }, 'leading')).toEqual([])
  })
})

describe('somebody who ends a sentence with a short word', () => {
  it('is told of "no." as an abbreviation only where the sentence goes on', () => {
    const spoken = (title: string): number => adviceOn({ title }, 'abbreviation', 'en').length
    expect(spoken('Answer with yes or no. Then go on.')).toBe(0)
    expect(spoken('Did you get letter no. 5?')).toBe(1)
  })
})
