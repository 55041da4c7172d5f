import { describe, expect, it } from 'vitest'
import type { TopicWording } from '../../src/api/api-types.ts'
import { draftOf, ownWords, wordsIn } from '../../src/wording/words-draft.ts'

const OURS = {
  title: { nl: 'Mijn hulp is goed.', en: 'My help is good.' },
  prompt: { nl: 'Bent u het eens met deze zin?', en: 'Do you agree?' },
  answers: [
    { code: 1, text: { nl: 'Mee eens', en: 'Agree' } },
    { code: -3, text: { nl: 'Weet ik niet', en: 'I do not know' } },
  ],
}
const TOPIC: TopicWording = {
  topic: 'T6',
  name: 't6',
  ours: OURS,
  now: OURS,
  own: false,
  wordingHash: '',
  comparisons: [],
}
const THEIRS: TopicWording = {
  ...TOPIC,
  own: true,
  now: {
    title: { nl: 'De ondersteuning is in orde.' },
    answers: [
      { code: 1, text: { nl: 'Volledig eens', en: 'Agree' } },
      { code: -3, text: { nl: 'Weet ik niet', en: 'I do not know' } },
    ],
  },
}
const typed = (title: string, answers: Readonly<Record<string, string>> = {}): ReturnType<typeof wordsIn> => ({
  title,
  prompt: '',
  description: ' ',
  answers,
})

describe('somebody who enters words of their own', () => {
  it('begins with nothing where people read ours', () => {
    expect(draftOf(TOPIC, ['nl', 'en'])).toEqual({})
    expect(wordsIn({}, 'nl')).toEqual({ title: '', prompt: '', description: '', answers: {} })
  })

  it('begins with their own words, and without the labels that stayed ours', () => {
    const draft = draftOf(THEIRS, ['nl', 'en'])
    expect(draft['nl']).toEqual({
      title: 'De ondersteuning is in orde.',
      prompt: '',
      description: '',
      answers: { 1: 'Volledig eens' },
    })
    expect(draft['en']).toEqual({ title: '', prompt: '', description: '', answers: {} })
  })

  it('sends what was typed without the spaces around it, and nothing for what was left empty', () => {
    expect(ownWords({ nl: typed(' Zin ', { 1: 'Volledig eens', '-3': '' }), en: typed('') }, TOPIC, 'nl')).toEqual({
      title: { nl: 'Zin' },
      answers: { 1: { nl: 'Volledig eens' } },
    })
  })

  it('keeps our label in the language of the questionnaire where only a translation differs', () => {
    const draft = { nl: typed('Zin'), en: typed('Sentence', { 1: 'Fully agree' }) }
    expect(ownWords(draft, TOPIC, 'nl')?.answers).toEqual({ 1: { nl: 'Mee eens', en: 'Fully agree' } })
  })

  it('sends nothing without a sentence in the language of the questionnaire', () => {
    expect(ownWords({ en: typed('Sentence') }, TOPIC, 'nl')).toBeNull()
  })

  it('opens what was kept with the same words as were typed', () => {
    const draft = draftOf(THEIRS, ['nl', 'en'])
    expect(ownWords(draft, THEIRS, 'nl')).toEqual({ title: THEIRS.now.title, answers: { 1: { nl: 'Volledig eens' } } })
  })
})
