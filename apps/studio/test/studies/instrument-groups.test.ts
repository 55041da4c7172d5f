import type { InstrumentGroup, InstrumentSummary } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../src/language/messages.ts'
import { groupInstruments } from '../../src/studies/instrument-groups.ts'

const TEXT = { nl: 'Proef' }

const instrument = (id: string, group: InstrumentGroup): InstrumentSummary => ({
  id,
  group,
  title: TEXT,
  measures: TEXT,
  forWhom: TEXT,
  notFor: TEXT,
  questions: 3,
  allQuestions: 3,
  minutes: 2,
  languages: ['nl'],
  limits: [],
  rights: 'own',
})

describe('a researcher who chooses a questionnaire', () => {
  it('finds those of one kind together, in the order of the server', () => {
    const offered = [instrument('wmo', 'clients'), instrument('signal', 'short'), instrument('youth', 'clients')]
    const found = groupInstruments(offered).map(({ group, instruments }) => [group, instruments.map(({ id }) => id)])
    expect(found).toEqual([
      ['clients', ['wmo', 'youth']],
      ['short', ['signal']],
    ])
  })

  it('reads the length in words, one question or minute too', () => {
    const t = messagesIn('nl')
    expect(t('instrumentLength', { questions: 15, minutes: 9 })).toBe('15 vragen, ongeveer 9 minuten')
    expect(t('instrumentLength', { questions: 1, minutes: 1 })).toBe('1 vraag, ongeveer 1 minuut')
  })
})
