import type { Json } from '@klankbord/model'
import { compile, sheetConsents } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { INSTRUMENTS, withConsents, wmoClientExperience } from '../../src/index.ts'

function sheetOf(definition: Json): readonly [readonly (string | undefined)[], readonly string[]] {
  const { questionnaire, findings } = compile(withConsents(definition))
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return [sheetConsents(questionnaire, 'self').map(({ consent }) => consent), findings.map(({ code }) => code)]
}

const asking = (...elements: readonly Json[]): Json => ({
  title: 'Hulp',
  locale: 'nl',
  pages: [{ name: 'a', elements }],
})
const STORY = { type: 'comment', name: 'story', title: 'Wat wilt u vertellen?' }
const GRADE = { type: 'rating', name: 'grade', title: 'Welk cijfer geeft u?', rateMax: 10 }

describe('a study that begins with a ready-made questionnaire', () => {
  it.each(INSTRUMENTS.map((one) => [one.id, one.definition] as const))(
    'asks in %s whether somebody takes part, and compiles without a finding in every language',
    (_, definition) => {
      const [kinds, findings] = sheetOf(definition)
      expect(kinds[0]).toBe('participation')
      expect(findings).toEqual([])
    },
  )

  it('asks for it in all languages of the questionnaire, and offers to be contacted again', () => {
    const { questionnaire } = compile(withConsents(wmoClientExperience.definition))
    const titles = questionnaire?.questions.slice(0, 2).map(({ title }) => Object.keys(title).toSorted())
    expect(titles).toEqual(Array.from({ length: 2 }, () => ['ar', 'en', 'nl', 'pl', 'ro', 'tr', 'uk']))
    expect(questionnaire?.contactAgain).toBe(true)
    expect(questionnaire?.questions.slice(0, 2).map(({ name }) => name)).toEqual(['takes_part', 'quotable'])
  })
})

describe('the standard consents', () => {
  it('are to quote only where somebody writes in their own words', () => {
    expect(sheetOf(asking(STORY))[0]).toEqual(['participation', 'quote'])
    expect(sheetOf(asking(GRADE))[0]).toEqual(['participation'])
  })

  it('come once: who asks already, keeps their own', () => {
    const once = withConsents(asking(STORY))
    expect(withConsents(once)).toEqual(once)
    const own = { type: 'boolean', name: 'mee', consent: 'participation', title: 'Ik doe mee.' }
    expect(sheetOf(asking(own, STORY))[0].toSorted()).toEqual(['participation', 'quote'])
  })

  it('leave it to a definition that says so to have nobody contacted again, and what is no definition as it is', () => {
    expect(withConsents({ contactAgain: false, ...(asking(STORY) as object) })).toMatchObject({ contactAgain: false })
    expect(withConsents(['no', 'definition'])).toEqual(['no', 'definition'])
  })
})
