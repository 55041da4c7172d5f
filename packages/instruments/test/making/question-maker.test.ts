import { compile } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { questionMaker } from '../../src/making/question-maker.ts'

const nl = {
  'page.first': 'Om te beginnen',
  'scale.contact_mean': 'Contact',
  kind: 'Wat voor hulp?',
  'kind.description': 'Kies er een.',
  'kind.1': 'Thuis',
  'kind.3': 'Elders',
  listened: 'Zij luisteren.',
  'note.calm': '<p>Rustig aan.</p>',
}
const en: typeof nl = {
  'page.first': 'To begin with',
  'scale.contact_mean': 'Contact',
  kind: 'Which help?',
  'kind.description': 'Choose one.',
  'kind.1': 'At home',
  'kind.3': 'Elsewhere',
  listened: 'They listen.',
  'note.calm': '<p>Take your time.</p>',
}

const ask = questionMaker('example', { nl, en })

it('gives an option the number in its key, so that a code keeps its meaning when another is taken out', () => {
  const choice = ask.choice('kind', 'about_you', { dontKnow: true, sensitive: true })
  expect(choice).toMatchObject({
    title: { nl: 'Wat voor hulp?', en: 'Which help?' },
    description: { nl: 'Kies er een.', en: 'Choose one.' },
    sensitive: true,
    choices: [{ value: 1 }, { value: 3 }, { value: -3 }, { value: -4 }],
  })
})

it('sets "does not apply to me" before the refusal, and only where it is asked for', () => {
  const codes = (extras: object): unknown =>
    (ask.statement('listened', 'contact', extras) as { readonly choices: readonly { value: number }[] }).choices.map(
      ({ value }) => value,
    )
  expect(codes({})).toEqual([1, 2, 3, 4, 5, -3, -4])
  expect(codes({ notApplicable: true })).toEqual([1, 2, 3, 4, 5, -3, -5, -4])
})

it('names what can be compared after its instrument and its question', () => {
  expect(ask.statement('listened', 'contact')).toMatchObject({ benchmarkKey: 'example.listened.v1', isRequired: true })
})

it('makes pages, notes and scales that compile', () => {
  const { findings, questionnaire } = compile({
    title: { nl: 'Voorbeeld', en: 'Example' },
    locale: 'nl',
    pages: [ask.page('page.first', [ask.note('note.calm'), ask.statement('listened', 'contact')])],
    scales: [ask.meanScale('scale.contact_mean', ['listened'])],
  })
  expect(findings).toEqual([])
  expect(questionnaire?.screens.map(({ content }) => content)).toEqual([['calm_note', 'listened']])
  expect(questionnaire?.scales?.[0]).toMatchObject({
    name: 'contact_mean',
    reversed: ['listened'],
    minimum: 1,
    maximum: 5,
  })
})
