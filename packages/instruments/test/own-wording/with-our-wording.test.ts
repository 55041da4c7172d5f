import type { Json, Questionnaire } from '@klankbord/model'
import { compile, comparableOf, mayCompare } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { topicWordings, withOurWording, withOwnWording, wmoClientExperience } from '../../src/index.ts'

const own = withOwnWording(wmoClientExperience, {
  T1: { title: { nl: 'Het was duidelijk waar ik moest zijn.' } },
  T6: { title: { nl: 'De ondersteuning is in orde.' }, answers: { 1: { nl: 'Volledig eens' } } },
})

function compiled(definition: unknown): Questionnaire {
  const { questionnaire } = compile(definition)
  if (!questionnaire) throw new Error('no questionnaire')
  return questionnaire
}

const ours = compiled(wmoClientExperience.definition)
const ownTopics = (definition: Json): readonly string[] =>
  topicWordings(wmoClientExperience, compiled(definition)).flatMap(({ topic, own: theirs }) => (theirs ? [topic] : []))

describe('a municipality that goes back to our words', () => {
  it('has them, every answer and the benchmark key again, at that topic only', () => {
    const back = withOurWording(wmoClientExperience, own.definition, ['T6'])
    expect(ownTopics(own.definition)).toEqual(['T1', 'T6'])
    expect(ownTopics(back)).toEqual(['T1'])
    expect(compiled(back).questions.find(({ name }) => name === 't6')).toEqual(
      ours.questions.find(({ name }) => name === 't6'),
    )
    const [now, before] = [comparableOf(compiled(back), 't6', 'web'), comparableOf(ours, 't6', 'web')]
    expect(now && before && mayCompare(now, before).allowed).toBe(true)
  })

  it('keeps what it changed beside the words', () => {
    const changed = JSON.parse(
      JSON.stringify(own.definition).replace('"name":"t6"', '"name":"t6","visibleIf":"{t5} = 1"'),
    ) as Json
    const back = compiled(withOurWording(wmoClientExperience, changed, ['T6']))
    expect(back.questions.find(({ name }) => name === 't6')?.visibleIf).toBeDefined()
  })

  it('gets no language back that it had dropped', () => {
    const text = JSON.stringify(own.definition).replaceAll(/,"(?:ar|pl|ro|tr|uk)":"(?:[^"\\]|\\.)*"/g, '')
    const back = compiled(withOurWording(wmoClientExperience, JSON.parse(text) as Json, ['T1', 'T6']))
    expect(back.languages).toEqual(['nl', 'en'])
  })

  it('is told which topics there are when it names another', () => {
    const asking = (): unknown => withOurWording(wmoClientExperience, own.definition, ['T11'])
    expect(asking).toThrow(/^unknown topic: T11 \(instrument has T1, T2, /)
  })
})

describe('the topics of a questionnaire', () => {
  it('show our words beside those of the study', () => {
    const t6 = topicWordings(wmoClientExperience, compiled(own.definition))[5]
    expect([t6?.topic, t6?.name, t6?.own]).toEqual(['T6', 't6', true])
    expect([t6?.now.title['nl'], t6?.ours.title['nl']]).toEqual([
      'De ondersteuning is in orde.',
      ours.questions[5]?.title['nl'],
    ])
    expect(t6?.now.answers[0]?.text['nl']).toBe('Volledig eens')
    expect(t6?.now.prompt).toBeUndefined()
  })

  it('are not there in a questionnaire that was made from something else', () => {
    const other = compiled({
      title: 'Anders',
      locale: 'nl',
      pages: [{ name: 'p', elements: [{ type: 'comment', name: 'q', title: 'Wat?' }] }],
    })
    expect(topicWordings(wmoClientExperience, other)).toEqual([])
  })
})
