import type { Json, Questionnaire } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import {
  ambulatoryMentalHealth,
  INSTRUMENTS,
  limitsBroken,
  waitingTimes,
  withOwnWording,
  wmoClientExperience,
  youthAndParents,
  type Instrument,
} from '../../src/index.ts'

const PROVIDER: Json = {
  type: 'radiogroup',
  name: 'who_helps',
  title: { nl: 'Van wie krijgt u hulp?', en: 'Who helps you?' },
  theme: 'provider',
  choices: [1, 2, 3],
}

type Page = { readonly [key: string]: Json; readonly elements: readonly Json[] }

/** The questionnaire after a researcher wrote one question of their own on its last page. */
function withQuestion({ definition }: Pick<Instrument, 'definition'>, question: Json): Questionnaire {
  const { pages, ...rest } = definition as { readonly [key: string]: Json; readonly pages: readonly Page[] }
  const own = { name: 'own_question', title: { nl: 'Tot slot', en: 'Finally' }, elements: [question] }
  const { questionnaire, findings } = compile({ ...rest, pages: [...pages, own] })
  if (!questionnaire) throw new Error(JSON.stringify(findings))
  return questionnaire
}

const named = (name: string): Json => ({ ...(PROVIDER as object), name, theme: 'about_you' })
const byProvider = { variable: 'who_helps' }

describe('a plan that splits a questionnaire by who gives the help', () => {
  it('breaks the limit of the Wmo topics, and says which questions and why', () => {
    const questionnaire = withQuestion(wmoClientExperience, PROVIDER)
    const broken = limitsBroken(questionnaire, { questions: ['t1', 't6', 'helped'], breakdowns: [byProvider] })
    expect(broken).toEqual([
      {
        instrument: 'wmo-client-experience',
        never: 'rankProviders',
        reason: wmoClientExperience.purposeLimits[0]?.reason,
        breakdown: 'who_helps',
        questions: ['t1', 't6'],
      },
    ])
  })

  it('breaks the limit of youth care per institution', () => {
    const questionnaire = withQuestion(youthAndParents, PROVIDER)
    const broken = limitsBroken(questionnaire, { questions: ['y_quality', 'p_quality'], breakdowns: [byProvider] })
    expect(broken.map(({ never, questions }) => [never, questions])).toEqual([
      ['perInstitution', ['y_quality', 'p_quality']],
    ])
  })

  it('breaks it for questions without a key of comparison too', () => {
    const questionnaire = withQuestion(waitingTimes, PROVIDER)
    const broken = limitsBroken(questionnaire, { questions: ['talk', 'short_enough'], breakdowns: [byProvider] })
    expect(broken.map(({ questions }) => questions)).toEqual([['talk', 'short_enough']])
  })

  it("breaks it for a town's own words as well, since they are about the same topics", () => {
    const words = Object.fromEntries(
      Array.from({ length: 10 }, (_, place) => [`T${place + 1}`, { title: { nl: `Vraag ${place + 1}` } }]),
    )
    const questionnaire = withQuestion(withOwnWording(wmoClientExperience, words), PROVIDER)
    expect(limitsBroken(questionnaire, { questions: ['t3'], breakdowns: [byProvider] })).toHaveLength(1)
  })

  it('breaks it the other way round: who gives the help, split by what people think of it', () => {
    const questionnaire = withQuestion(wmoClientExperience, PROVIDER)
    const plan = { questions: ['who_helps'], breakdowns: [{ variable: 't6' }] }
    expect(limitsBroken(questionnaire, plan).map(({ breakdown, questions }) => [breakdown, questions])).toEqual([
      ['t6', ['who_helps']],
    ])
  })

  it.each(['provider', 'aanbieder', 'zorgaanbieder', 'naam_instelling', 'institution'])(
    'knows a question by its name, also without the theme: %s',
    (name) => {
      const questionnaire = withQuestion(wmoClientExperience, named(name))
      const plan = { questions: ['t6'], breakdowns: [{ variable: name }] }
      expect(limitsBroken(questionnaire, plan)).toHaveLength(1)
    },
  )
})

describe('a plan that breaks no limit', () => {
  it.each(INSTRUMENTS.map((instrument) => [instrument.id, instrument] as const))('is the own plan of %s', (_, one) => {
    const { questionnaire } = compile(one.definition)
    expect(questionnaire && limitsBroken(questionnaire, one.plan)).toEqual([])
  })

  it('counts how many people have which provider, and splits nothing', () => {
    const questionnaire = withQuestion(wmoClientExperience, PROVIDER)
    expect(limitsBroken(questionnaire, { questions: ['who_helps', 't6'], breakdowns: [] })).toEqual([])
  })

  it('splits what no limit holds for', () => {
    const care = withQuestion(ambulatoryMentalHealth, PROVIDER)
    expect(
      limitsBroken(care, { questions: [...ambulatoryMentalHealth.plan.questions], breakdowns: [byProvider] }),
    ).toEqual([])
    const wmo = withQuestion(wmoClientExperience, PROVIDER)
    expect(limitsBroken(wmo, { questions: ['helped'], breakdowns: [byProvider] })).toEqual([])
  })

  it('is that of a questionnaire of their own, where a name happens to be one of ours', () => {
    const elements = [{ type: 'radiogroup', name: 'talk', title: 'Had u een gesprek?', choices: [1, 2] }, PROVIDER]
    const { questionnaire } = compile({ title: 'Eigen lijst', locale: 'nl', pages: [{ name: 'one', elements }] })
    expect(questionnaire && limitsBroken(questionnaire, { questions: ['talk'], breakdowns: [byProvider] })).toEqual([])
  })
})
