import type { EntryStep, Questionnaire } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import type { ServerContext } from '../../src/context.ts'
import { entryStep } from '../../src/entry/entry-step.ts'
import type { OpenedWave } from '../../src/respondent/opened-wave.ts'

const TAKES_PART = { type: 'boolean', name: 'takes_part', consent: 'participation', title: 'Ja, ik doe mee.' }
const RECORDED = { type: 'boolean', name: 'recorded', consent: 'recording', title: 'Het gesprek mag worden opgenomen.' }
const STORY = { type: 'comment', name: 'story', title: 'Wat wilt u vertellen?' }

/** The first step of somebody who enters answers to these questions. */
function firstStep(elements: readonly object[], way: 'paper' | 'interview'): EntryStep {
  const { questionnaire } = compile({ title: 'Hulp', locale: 'nl', pages: [{ name: 'a', elements }] } as never)
  const context = { clock: { now: () => new Date('2026-11-23T09:00:00Z') } } as unknown as ServerContext
  const opened = { questionnaire: questionnaire as Questionnaire } as OpenedWave
  const askedAgain = way === 'paper' ? null : []
  return entryStep(context, opened, { language: 'nl', answers: {}, from: null, go: 'next', askedAgain })
}

function namesOn(step: EntryStep): readonly string[] {
  if (step.at !== 'screen') throw new Error(`no screen: ${step.at}`)
  return step.screen.content.flatMap((part) => ('question' in part ? [part.question.name] : []))
}

describe('whether the talk may be recorded', () => {
  it('is asked by interviewers, with the other consents', () => {
    expect(namesOn(firstStep([TAKES_PART, RECORDED, STORY], 'interview'))).toEqual(['takes_part', 'recorded'])
    expect(namesOn(firstStep([RECORDED, STORY], 'interview'))).toEqual(['recorded'])
  })

  it('is no question to who types a form from paper', () => {
    expect(namesOn(firstStep([TAKES_PART, RECORDED, STORY], 'paper'))).toEqual(['takes_part'])
  })

  it('leaves no empty screen before the first question of the form where nothing else is agreed to', () => {
    expect(namesOn(firstStep([RECORDED, STORY], 'paper'))).toEqual(['story'])
  })
})
