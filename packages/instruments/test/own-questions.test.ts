import type { Questionnaire } from '@klankbord/model'
import { compile, lengthOf } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import {
  COMMON_THEMES,
  generalThemes,
  generalThemesFor,
  monthlyQuestion,
  monthlyQuestionFor,
  oneMinuteSignal,
  type Instrument,
  type Theme,
} from '../src/index.ts'

function compiled({ definition }: Instrument): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  expect(findings).toEqual([])
  if (!questionnaire) throw new Error('does not compile')
  return questionnaire
}

const FOOD: Theme = { name: 'food', value: 1, text: { nl: 'Het eten', en: 'The food' }, pictogram: 'food' }
const GARDEN: Theme = { name: 'garden', value: 2, text: { nl: 'De tuin', en: 'The garden' } }

describe('residents who choose their own themes', () => {
  const { questions } = compiled(generalThemesFor([FOOD, GARDEN]))

  it('are asked about each, and where they want change', () => {
    expect(questions.map(({ name }) => name)).toEqual(['food', 'garden', 'change', 'story', 'age_group'])
    expect(questions[0]).toMatchObject({ title: FOOD.text, prompt: { nl: 'Hoe gaat het hiermee?' }, pictogram: 'food' })
    const change = questions.find(({ name }) => name === 'change')
    expect(change).toMatchObject({ options: [{ code: 1 }, { code: 2 }, { code: 1000, exclusive: true }, {}, {}] })
  })

  it('are not set beside people with other words, while our own themes can be', () => {
    expect(questions.filter(({ benchmarkKey }) => benchmarkKey !== undefined)).toEqual([])
    const renamed = COMMON_THEMES.map((theme) => ({ ...theme, text: { nl: 'Iets anders', en: 'Something else' } }))
    const [home] = compiled(generalThemesFor(renamed.slice(0, 1))).questions
    expect(home?.benchmarkKey).toBeUndefined()
    expect(compiled(generalThemes).questions[0]?.benchmarkKey).toBe('general-themes.home.v1')
  })

  it('have their health and money held to the stricter rules', () => {
    const sensitive = compiled(generalThemes).questions.filter((question) => question.sensitive)
    expect(sensitive.map(({ name }) => name)).toEqual(['money', 'health', 'safety', 'change', 'story'])
    expect(questions.find(({ name }) => name === 'change')?.sensitive).toBe(false)
  })

  it('hear from the compiler when a theme has the name of another question', () => {
    const { findings } = compile(generalThemesFor([{ ...FOOD, name: 'story' }]).definition)
    expect(findings.map(({ severity }) => severity)).toContain('block')
  })
})

describe('a council that asks one question a month', () => {
  it('asks its own, and why', () => {
    const own = compiled(monthlyQuestionFor({ nl: 'Hoe is het eten deze maand?', en: 'How is the food this month?' }))
    expect(own.questions.map(({ title }) => title['nl'])).toEqual([
      'Hoe is het eten deze maand?',
      'Waarom vindt u dat?',
    ])
    expect(own.questions[0]?.benchmarkKey).toBeUndefined()
    expect(compiled(monthlyQuestion).questions[0]?.benchmarkKey).toBe('monthly-question.month.v1')
  })
})

describe('somebody with a signal and little time', () => {
  it('is done in a minute when they write nothing', () => {
    const questionnaire = compiled(oneMinuteSignal)
    expect(questionnaire.questions).toHaveLength(3)
    const taps = { ...questionnaire, questions: questionnaire.questions.filter(({ type }) => type !== 'text') }
    expect(lengthOf(taps)).toEqual({ questions: 2, minutes: 1 })
  })

  it('reads at once that this is no emergency line', () => {
    expect(compiled(oneMinuteSignal).description?.['nl']).toContain('Bel 112')
  })
})
