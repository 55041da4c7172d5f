import { contentHash, EMPTY_CODES, hasOptions, type Questionnaire } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { wmoClientExperience, wmoClientExperienceFor } from '../src/index.ts'

const TOPICS = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10']

function compiled(definition: unknown): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  expect(findings).toEqual([])
  if (!questionnaire) throw new Error('no questionnaire')
  return questionnaire
}

it('compiles without a single finding, hints included, in Dutch, English and five languages more', () => {
  const questionnaire = compiled(wmoClientExperience.definition)
  expect(questionnaire.languages).toEqual(['nl', 'ar', 'en', 'pl', 'ro', 'tr', 'uk'])
})

it('asks the ten topics with their codes and themes before anything else', () => {
  const asked = compiled(wmoClientExperience.definition).questions.slice(0, 10)
  expect(asked.map((question) => `${question.topic} ${question.theme}`)).toEqual([
    'T1 access',
    'T2 access',
    'T3 access',
    'T4 access',
    'T5 access',
    'T6 quality',
    'T7 quality',
    'T8 effect',
    'T9 effect',
    'T10 effect',
  ])
  expect(asked.every((question) => question.required === true)).toBe(true)
})

it('offers the most positive answer first and both ways out of every choice', () => {
  const choices = compiled(wmoClientExperience.definition).questions.filter(hasOptions)
  const statement = choices.find((question) => question.name === 't6')
  expect(statement?.prompt?.['nl']).toBe('Bent u het eens met deze zin?')
  expect(statement?.options.map((option) => option.tone ?? option.empty)).toEqual([
    'positive',
    'positive',
    'neutral',
    'negative',
    'negative',
    'dontKnow',
    'refused',
  ])
  expect(statement?.options.map((option) => option.code)).toEqual([1, 2, 3, 4, 5, -3, -4])
  expect(choices.every(({ options }) => options.some((option) => option.code === EMPTY_CODES.refused))).toBe(true)
})

it('marks as sensitive which help people get and what they write', () => {
  const { questions } = compiled(wmoClientExperience.definition)
  expect(questions.filter((question) => question.sensitive).map((question) => question.name)).toEqual([
    'story',
    'support',
  ])
})

it('asks who helped only when somebody did', () => {
  const { questions } = compiled(wmoClientExperience.definition)
  const conditional = questions.filter((question) => question.visibleIf !== undefined)
  expect(conditional.map((question) => question.name)).toEqual(['helper'])
})

it('keeps its definition, so that answers of years can be compared', () => {
  expect(contentHash(wmoClientExperience.definition)).toMatchInlineSnapshot(
    `"ec0fc9cdeddcda23dd6cd64527bec2d4c9c65a6245cb80b918c321dc6804c76a"`,
  )
})

it('plans the ten topics, split by district and age group, and names only questions that it has', () => {
  const { questions } = compiled(wmoClientExperience.definition)
  const { plan, purposeLimits } = wmoClientExperience
  expect(plan.questions).toEqual(TOPICS)
  expect(plan.breakdowns.map((breakdown) => breakdown.variable)).toEqual(['district', 'age_group'])
  const named = [...plan.questions, ...plan.breakdowns.map(({ variable }) => variable), plan.headline]
  expect(questions.map((question) => question.name)).toEqual(expect.arrayContaining(named))
  expect(purposeLimits).toMatchObject([{ questions: TOPICS, never: 'rankProviders' }])
  expect(Object.keys(purposeLimits[0]?.reason ?? {})).toEqual(['nl', 'en'])
})

it('takes the districts of a real municipality and changes nothing else', () => {
  const villages = [
    { value: 1, text: { nl: 'Dorp', en: 'Village' } },
    { value: 7, text: { nl: 'Stad', en: 'Town' } },
  ]
  const own = compiled(wmoClientExperienceFor(villages).definition)
  const district = own.questions.find((question) => question.name === 'district')
  expect(district && hasOptions(district) && district.options.map((option) => option.code)).toEqual([1, 7, -4])
  const others = ({ questions }: Questionnaire): unknown => questions.filter(({ name }) => name !== 'district')
  expect(others(own)).toEqual(others(compiled(wmoClientExperience.definition)))
})

it('tells whoever chooses it to put the own districts in the list before a version is frozen', () => {
  const { forWhom } = wmoClientExperience.about
  expect(forWhom['nl']).toContain('de wijken van uw eigen gemeente')
  expect(forWhom['en']).toContain('the districts of your own municipality')
})
