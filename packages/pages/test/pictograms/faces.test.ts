// @vitest-environment jsdom
import { compile } from '@klankbord/questionnaire'
import { renderScreen } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { FACES } from '../../src/pictograms/faces.ts'
import { CONTEXT } from '../fixture.ts'
import { parsed } from '../parsed.ts'

function answersOn(choices: readonly object[]): Element | null {
  const question = { type: 'radiogroup', name: 'help', title: 'Hoe is uw hulp?', choices }
  const { questionnaire } = compile({ title: 'Hulp', pages: [{ name: 'p', elements: [question] }] })
  if (!questionnaire) throw new Error('does not compile')
  const page = renderScreen(questionnaire, CONTEXT, { screenId: 'help', answers: {}, draft: null, saved: 0 })
  return parsed(page).querySelector('.answers')
}

const TONES = ['positive', 'positive', 'neutral', 'negative', 'negative']
const faces = Object.entries(FACES).map(([pictogram, { words }], place) => ({
  value: place + 1,
  text: words,
  pictogram,
  tone: TONES[place],
}))

describe('somebody who answers with a face', () => {
  it('sees the steps in one line, the most positive first, each with its word', () => {
    const answers = answersOn(faces)
    expect(answers?.className).toBe('answers faces')
    const words = [...(answers?.querySelectorAll('label') ?? [])].map((label) => label.textContent.trim())
    expect(words).toEqual(['Heel goed', 'Goed', 'Gaat wel', 'Slecht', 'Heel slecht'])
    expect(answers?.querySelectorAll('svg[aria-hidden=true]')).toHaveLength(5)
  })

  it('sees pictures without an order side by side instead', () => {
    const subjects = ['house', 'money'].map((pictogram, place) => ({ value: place + 1, text: pictogram, pictogram }))
    expect(answersOn(subjects)?.className).toBe('answers pictures')
  })
})
