import type { Answers, Questionnaire } from '@klankbord/model'
import { check, codebook, compile, pack, route } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { youthAndParents, youthAndParentsFor, type Instrument } from '../../src/index.ts'

function compiled({ definition }: Instrument): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  expect(findings).toEqual([])
  if (!questionnaire) throw new Error('no questionnaire')
  return questionnaire
}

const ONLINE = compiled(youthAndParents)
const IN_PERSON = compiled(youthAndParentsFor('onPaperOrInPerson'))

const YOUNG_PERSON = 1
const PARENT = 2
const UNDER_12 = 1
const FROM_12 = 2
const FROM_16 = 3
const [YES, NO, DONT_KNOW, REFUSED] = [1, 2, -3, -4] as const

const DOOR = new Set(['version', 'age_band', 'secondary_school', 'parent_agrees'])

/** What is asked after the door, by the first letter of its name: y of the young person, p of the parent. */
function beyond(questionnaire: Questionnaire, answers: Answers): string {
  const asked = [...route(questionnaire, answers).asked].filter((name) => !DOOR.has(name))
  return [...new Set(asked.map((name) => name[0]))].join('')
}

const asks = (questionnaire: Questionnaire, answers: Answers, name: string): boolean =>
  route(questionnaire, answers).asked.has(name)

const STOPS = ['stop_note', 'stop_in_person_note', 'stop_unsaid_note']

const isStopped = (questionnaire: Questionnaire, answers: Answers): boolean =>
  STOPS.some((name) => route(questionnaire, answers).visible.has(name))

/** Why nothing is stored of these answers. */
function refusals(questionnaire: Questionnaire, answers: Answers): readonly string[] {
  const result = check(questionnaire, answers)
  return result.ok ? [] : result.findings.map(({ code }) => code)
}

const young = (age: number, more: Answers = {}): Answers => ({ version: YOUNG_PERSON, age_band: age, ...more })

describe('the door of a youth questionnaire', () => {
  it('asks first who is answering, then the age, then whether a parent agrees, and nothing else before', () => {
    expect(ONLINE.questions.slice(0, 3).map(({ name }) => name)).toEqual(['version', 'age_band', 'parent_agrees'])
    expect(beyond(ONLINE, {})).toBe('')
    expect(beyond(ONLINE, { version: YOUNG_PERSON })).toBe('')
    expect(beyond(ONLINE, young(FROM_12))).toBe('')
  })

  it('lets nobody past without an answer', () => {
    const door = IN_PERSON.questions.filter(({ name }) => DOOR.has(name))
    expect(door).toHaveLength(4)
    expect(door.every(({ blocking }) => blocking === true)).toBe(true)
    const past = check(ONLINE, { version: YOUNG_PERSON, parent_agrees: YES, y_quick: 1 })
    expect(past.ok ? [] : past.findings.map(({ code }) => code)).toContain('blockingAnswerMissing')
  })

  it('blocks no question about the help', () => {
    const blocking = IN_PERSON.questions.filter((question) => question.blocking).map(({ name }) => name)
    expect(blocking.filter((name) => !DOOR.has(name))).toEqual([])
  })
})

describe('a young person', () => {
  it('of 16 or older takes part alone', () => {
    for (const questionnaire of [ONLINE, IN_PERSON]) {
      expect(asks(questionnaire, young(FROM_16), 'parent_agrees')).toBe(false)
      expect(beyond(questionnaire, young(FROM_16))).toBe('y')
    }
  })

  it('below 16 needs a parent who agrees, online', () => {
    for (const age of [UNDER_12, FROM_12]) {
      expect(asks(ONLINE, young(age), 'parent_agrees')).toBe(true)
      expect(beyond(ONLINE, young(age, { parent_agrees: YES }))).toBe('y')
      for (const answer of [NO, DONT_KNOW, REFUSED]) {
        expect(beyond(ONLINE, young(age, { parent_agrees: answer }))).toBe('')
        expect(isStopped(ONLINE, young(age, { parent_agrees: answer }))).toBe(true)
      }
    }
  })

  it('from 12 takes part alone on paper or in a talk', () => {
    expect(asks(IN_PERSON, young(FROM_12), 'parent_agrees')).toBe(false)
    expect(beyond(IN_PERSON, young(FROM_12))).toBe('y')
  })

  it('below 12 takes part alone on paper only from a secondary school', () => {
    const child = (more: Answers): Answers => young(UNDER_12, more)
    expect(beyond(IN_PERSON, child({ secondary_school: YES }))).toBe('y')
    for (const school of [NO, REFUSED]) {
      expect(asks(IN_PERSON, child({ secondary_school: school }), 'parent_agrees')).toBe(true)
      expect(beyond(IN_PERSON, child({ secondary_school: school }))).toBe('')
      expect(beyond(IN_PERSON, child({ secondary_school: school, parent_agrees: YES }))).toBe('y')
    }
    expect(isStopped(IN_PERSON, child({ secondary_school: NO, parent_agrees: NO }))).toBe(true)
  })

  it('who does not say who they are or how old stops kindly', () => {
    for (const questionnaire of [ONLINE, IN_PERSON])
      for (const answers of [{ version: REFUSED }, young(REFUSED)]) {
        expect(beyond(questionnaire, answers)).toBe('')
        expect(isStopped(questionnaire, answers)).toBe(true)
        expect(refusals(questionnaire, answers)).toEqual(['notEligible'])
      }
  })

  it('who does not say whether they are a parent reads no words for children', () => {
    for (const questionnaire of [ONLINE, IN_PERSON]) {
      const { visible } = route(questionnaire, { version: REFUSED })
      expect(STOPS.filter((name) => visible.has(name))).toEqual(['stop_unsaid_note'])
    }
  })

  it('who may not take part leaves nothing', () => {
    for (const answer of [NO, DONT_KNOW, REFUSED])
      expect(refusals(ONLINE, young(UNDER_12, { parent_agrees: answer }))).toEqual(['notEligible'])
    expect(refusals(IN_PERSON, young(UNDER_12, { secondary_school: NO, parent_agrees: NO }))).toEqual(['notEligible'])
  })

  it('who grows shy loses the answers that were given before', () => {
    const changed = { ...young(FROM_12, { parent_agrees: NO }), y_quick: 5, y_story: 'Het was niet fijn thuis.' }
    expect(route(ONLINE, changed).standing).toEqual(young(FROM_12, { parent_agrees: NO }))
    expect(check(ONLINE, changed).ok).toBe(false)
  })
})

it('asks a parent nothing about age or consent, and only the questions to parents', () => {
  expect(beyond(ONLINE, { version: PARENT })).toBe('p')
  expect(asks(ONLINE, { version: PARENT }, 'age_band')).toBe(false)
  expect(isStopped(ONLINE, { version: PARENT })).toBe(false)
})

describe('what is stored of the door', () => {
  const OUTCOME = ['version', 'may_take_part']

  it('is who answered and the outcome, as yes or no', () => {
    for (const questionnaire of [ONLINE, IN_PERSON]) {
      const door = codebook(questionnaire).variables.filter(({ name }) => DOOR.has(name) || name === 'may_take_part')
      expect(door.map(({ name }) => name)).toEqual(OUTCOME)
    }
  })

  it.each([
    ['a young person alone', ONLINE, young(FROM_16)],
    ['a child whose parent agrees', ONLINE, young(UNDER_12, { parent_agrees: YES })],
    ['a child of secondary school, on paper', IN_PERSON, young(UNDER_12, { secondary_school: YES })],
  ])('is the same whatever leads to it: %s', (_, questionnaire, answers) => {
    const result = check(questionnaire, answers)
    if (!result.ok) throw new Error(JSON.stringify(result.findings))
    const { checked } = result
    expect(checked.answers).toEqual({ version: YOUNG_PERSON })
    expect(checked.derived).toEqual({ may_take_part: true })
    const written = JSON.stringify([checked, pack(codebook(questionnaire), checked)])
    expect(written).not.toMatch(/age_band|secondary_school|parent_agrees/)
    const other = check(IN_PERSON, young(FROM_16))
    expect(other.ok && pack(codebook(IN_PERSON), other.checked)).toEqual(pack(codebook(questionnaire), checked))
  })

  it('has no date, name, address or signature', () => {
    const typed = IN_PERSON.questions.filter(({ type }) => type !== 'radiogroup' && type !== 'rating')
    expect(typed.map(({ name, type }) => `${type} ${name}`)).toEqual(['comment y_story', 'comment p_story'])
  })
})

it('asks each version between 10 and 25 questions', () => {
  for (const answers of [young(FROM_16), { version: PARENT }]) {
    const { asked } = route(ONLINE, answers)
    expect(asked.size).toBeGreaterThanOrEqual(10)
    expect(asked.size).toBeLessThanOrEqual(25)
  }
})

it('has every question about the help under both limits', () => {
  const helpQuestions = ONLINE.questions
    .filter(({ benchmarkKey }) => benchmarkKey !== undefined)
    .map(({ name }) => name)
  for (const { questions } of youthAndParents.purposeLimits)
    expect(questions.toSorted()).toEqual(helpQuestions.toSorted())
})
