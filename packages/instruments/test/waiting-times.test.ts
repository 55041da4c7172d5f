import type { Answers, Questionnaire } from '@klankbord/model'
import { check, compile, durationOf, route } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { waitingTimes } from '../src/index.ts'

function compiled(): Questionnaire {
  const { questionnaire } = compile(waitingTimes.definition)
  if (!questionnaire) throw new Error('does not compile')
  return questionnaire
}

const questionnaire = compiled()

function timeTo(name: string, answers: Answers): ReturnType<typeof durationOf> {
  const duration = questionnaire.durations?.find((one) => one.name === name)
  if (!duration) throw new Error(`no ${name}`)
  return durationOf(duration, questionnaire, answers)
}

describe('somebody who waited for help', () => {
  it('who had a talk after three weeks waited 21 days, and it is over', () => {
    const answers = { talk: 1, talk_wait: 3, talk_wait_unit: 'week' }
    expect(timeTo('time_to_talk', answers)).toEqual({ amount: 3, unit: 'week', days: 21, censored: false })
  })

  it('who is still waiting after two months waited at least so long', () => {
    const answers = { start: 2, start_wait: 2, start_wait_unit: 'month' }
    expect(timeTo('time_to_start', answers)).toMatchObject({ days: 60.87375, censored: true })
  })

  it('who was helped on the same day waited no day', () => {
    expect(timeTo('time_to_start', { start: 1, start_wait: 0, start_wait_unit: 'day' })?.days).toBe(0)
  })

  it('who knows the number and not the unit has no time, and passes', () => {
    const answers = { talk: 1, talk_wait: 3, talk_wait_unit: -3 }
    expect(timeTo('time_to_talk', answers)).toBeNull()
    expect(check(questionnaire, answers).ok).toBe(true)
  })

  it('who gave up is not asked how long, since that is neither over nor going on', () => {
    expect(route(questionnaire, { start: 3 }).asked.has('start_wait')).toBe(false)
    expect(route(questionnaire, { start: 2 }).asked.has('start_wait')).toBe(true)
  })

  it('fills in the number and the unit on one screen', () => {
    const together = questionnaire.screens.find(({ questions }) => questions.includes('talk_wait'))
    expect(together?.questions).toEqual(['talk_wait', 'talk_wait_unit'])
  })
})
