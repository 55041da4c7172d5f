import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import {
  check,
  checkScreen,
  coach,
  codebook,
  compareVersions,
  compile,
  consentScreen,
  decompile,
  lengthOf,
  mayBeQuoted,
  progress,
  sheetConsents,
} from '@klankbord/questionnaire'

const TAKES_PART = { type: 'boolean', name: 'takes_part', title: 'Ja, ik doe mee.', consent: 'participation' }
const QUOTABLE = { type: 'boolean', name: 'quotable', title: 'Mijn woorden mogen in het verslag.', consent: 'quote' }
const RECORDED = { type: 'boolean', name: 'recorded', title: 'Het gesprek mag worden opgenomen.', consent: 'recording' }
const STORY = { type: 'comment', name: 'story', title: 'Wat wilt u vertellen?' }
const GRADE = { type: 'rating', name: 'grade', title: 'Welk cijfer geeft u?' }

/** The story and the grade, with consents behind them. */
const asking = (...consents: readonly object[]): object => ({
  title: 'Uw hulp',
  pages: [
    { name: 'help', elements: [STORY, GRADE] },
    { name: 'end', elements: consents },
  ].filter(({ elements }) => elements.length > 0),
})

function compiled(definition: object): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return questionnaire
}

const ALL = compiled(asking(TAKES_PART, QUOTABLE, RECORDED))
const blocks = (definition: object): readonly string[] =>
  compile(definition).findings.flatMap(({ severity, code, path }) => (severity === 'block' ? [`${code} ${path}`] : []))

describe('consents of a questionnaire', () => {
  it('stand together before the first question, wherever their author wrote them', () => {
    expect(consentScreen(ALL)).toMatchObject({ id: 'takes_part', questions: ['takes_part', 'quotable', 'recorded'] })
    expect(ALL.screens.map(({ id }) => id)).toEqual(['takes_part', 'story', 'grade'])
    expect(ALL.questions.map(({ name }) => name)).toEqual(['takes_part', 'quotable', 'recorded', 'story', 'grade'])
    expect(consentScreen(compiled(asking()))).toBeNull()
  })

  it('ask for a recording where somebody talks with somebody, and nowhere else', () => {
    const kinds = (by: 'self' | 'interviewer'): readonly unknown[] =>
      sheetConsents(ALL, by).map(({ consent }) => consent)
    expect(kinds('self')).toEqual(['participation', 'quote'])
    expect(kinds('interviewer')).toEqual(['participation', 'quote', 'recording'])
  })

  it('count as no question on the way', () => {
    expect(progress(ALL, {}, 'story')).toMatchObject({ first: 1, number: 1, total: 2, previous: 'takes_part' })
    expect(lengthOf(ALL).questions).toBe(2)
  })

  it('come back in the definition that is written of them', () => {
    expect(compiled(decompile(ALL)).hash).toBe(ALL.hash)
  })

  it('say in the codebook what is agreed to, and that who did not tick gave nothing', () => {
    const [takesPart, quotable] = codebook(ALL).variables
    expect([takesPart?.consent, quotable?.consent]).toEqual(['participation', 'quote'])
    expect(quotable?.categories.map(({ label }) => label['nl'])).toEqual(['Ja', 'Niet gegeven'])
  })

  it('are no questions to the coach, who reads their words all the same', () => {
    const hard = compiled(asking({ ...QUOTABLE, title: 'Wij implementeren een maatwerkvoorziening en participatie.' }))
    const advice = coach(hard, 'nl').filter(({ question }) => question === 'quotable')
    expect(advice.length).toBeGreaterThan(0)
  })
})

describe('a response to a questionnaire with consents', () => {
  it('is taken of whoever agrees to take part, quoted or not', () => {
    expect(check(ALL, { takes_part: true, story: 'Fijn' }).ok).toBe(true)
    expect(mayBeQuoted(ALL, { takes_part: true, story: 'Fijn' })).toBe(false)
    expect(mayBeQuoted(ALL, { takes_part: true, quotable: true, story: 'Fijn' })).toBe(true)
  })

  it.each([
    ['nothing', {}],
    ['no', { takes_part: false }],
  ])('is refused of whoever said %s to taking part', (_, given) => {
    const result = check(ALL, { ...given, story: 'Fijn' })
    expect(result.ok ? [] : result.findings).toMatchObject([{ code: 'consentMissing', path: '/answers/takes_part' }])
    const screen = checkScreen(ALL, 'takes_part', {}, given)
    expect(screen.ok ? [] : screen.findings).toMatchObject([{ code: 'consentMissing' }])
  })
})

describe('a definition with consents', () => {
  it('may still say quoteConsent, which means the same', () => {
    const old = { type: QUOTABLE.type, name: QUOTABLE.name, title: QUOTABLE.title, quoteConsent: true }
    expect(compiled(asking(old)).hash).toBe(compiled(asking(QUOTABLE)).hash)
    expect(blocks(asking({ ...TAKES_PART, quoteConsent: true }))).toEqual([
      'propertyNotHere /pages/1/elements/0/quoteConsent',
    ])
  })

  it('asks to take part of everybody', () => {
    const guarded = { ...TAKES_PART, visibleIf: '{grade} > 2' }
    expect(blocks(asking(guarded))).toEqual(['propertyNotHere /pages/1/elements/0/consent'])
    expect(blocks(asking({ ...TAKES_PART, consent: 'everything' }))).toEqual([
      'unknownPropertyValue /pages/1/elements/0/consent',
    ])
  })

  it('may ask to be quoted where somebody wrote something, as a question in its place', () => {
    const where = compiled(asking(TAKES_PART, { ...QUOTABLE, visibleIf: '{story} notempty' }))
    expect(where.screens.map(({ id }) => id)).toEqual(['takes_part', 'story', 'grade', 'quotable'])
    expect(mayBeQuoted(where, { takes_part: true, story: 'Fijn', quotable: true })).toBe(true)
  })
})

describe('another version of what somebody agrees to', () => {
  it('is never a typo, and is named as a consent', () => {
    const other = compiled(asking({ ...TAKES_PART, title: 'Ja, ik doe mee' }, QUOTABLE, RECORDED))
    expect(compareVersions(ALL, other).changes).toMatchObject([
      { kind: 'wording', what: 'title', name: 'takes_part', consent: 'participation' },
    ])
  })

  it('names a consent that is new or for something else', () => {
    const without = compiled(asking(TAKES_PART, RECORDED))
    expect(compareVersions(without, ALL).changes).toContainEqual(
      expect.objectContaining({ kind: 'added', name: 'quotable', consent: 'quote' }),
    )
    const turned = compiled(asking(TAKES_PART, { ...QUOTABLE, consent: 'recording' }, RECORDED))
    expect(compareVersions(ALL, turned).changes).toMatchObject([
      { kind: 'wording', what: 'consent', before: 'quote', after: 'recording', breaksTrendOf: ['quotable'] },
    ])
  })

  it('tells of a practice question and of being asked again', () => {
    const other = compiled({ ...asking(TAKES_PART, QUOTABLE, RECORDED), practiceQuestion: true, contactAgain: true })
    expect(compareVersions(ALL, other).changes.map(({ what }) => what)).toEqual(['practiceQuestion', 'contactAgain'])
    expect(compiled(decompile(other)).hash).toBe(other.hash)
  })
})
