import type { Answers, Json, Questionnaire } from '@klankbord/model'
import { check, checkRecord, compareVersions, compile, decompile, isEligible } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { AGE, AGREES, doorOf, HELP, MAY, STOP, WHO } from '../definitions/door.ts'

const ELEMENTS = [WHO, AGE, AGREES, STOP, HELP]
const ELIGIBLE = { ...MAY, eligibility: true }
const valued = (...calculatedValues: readonly Json[]): Json => doorOf(ELEMENTS, { calculatedValues })

function compiled(definition: unknown): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (!questionnaire) throw new Error(findings.map(({ message }) => message).join('; '))
  return questionnaire
}

const guarded = compiled(valued(ELIGIBLE))
const open = compiled(valued(MAY))

const codes = (questionnaire: Questionnaire, answers: Answers): readonly string[] => {
  const result = check(questionnaire, answers)
  return result.ok ? [] : result.findings.map(({ code, path }) => `${code} ${path}`)
}

const FOURTEEN = { who: 1, age: 14, agrees: 1, help: 4 }
const NOT_ALLOWED = { who: 1, age: 14, agrees: 2 }

describe('somebody who may not take part', () => {
  it('leaves no response, where the questionnaire says who may', () => {
    expect(codes(guarded, NOT_ALLOWED)).toEqual(['notEligible /outcomes/may'])
    expect(codes(open, NOT_ALLOWED)).toEqual([])
  })

  it('comes in with no file either', () => {
    const result = checkRecord(guarded, { who: 1 }, { may: false })
    expect(result.ok ? [] : result.findings.map(({ code }) => code)).toEqual(['notEligible'])
    expect(checkRecord(guarded, { who: 1, help: 4 }, { may: true }).ok).toBe(true)
  })

  it('is known by the answers so far, and nobody is let in of whom it is not known yet', () => {
    expect([NOT_ALLOWED, {}, { who: 1 }, FOURTEEN, { who: 2 }].map((one) => isEligible(guarded, one))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
    expect(isEligible(open, NOT_ALLOWED)).toBe(true)
  })

  it('hears first what is wrong or missing, as that decides about it', () => {
    expect(codes(guarded, { who: 1 })).toEqual(['blockingAnswerMissing /answers/age'])
  })
})

it('takes whoever may take part as before', () => {
  expect(check(guarded, FOURTEEN)).toEqual(check(open, FOURTEEN))
})

describe('an author who says who may take part', () => {
  const found = (definition: unknown): readonly string[] =>
    compile(definition).findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`)

  it('needs a yes or no that is kept', () => {
    const loose = { name: 'adult', expression: '{who} = 2', eligibility: true }
    const number = { name: 'twice', expression: '{who} * 2', includeIntoResult: true, eligibility: true }
    for (const value of [loose, number])
      expect(found(valued(MAY, value))).toEqual(['block eligibilityNotOutcome /calculatedValues/1/eligibility'])
  })

  it('says it once', () => {
    const adult = { name: 'adult', expression: '{who} = 2', includeIntoResult: true, eligibility: true }
    expect(found(valued(ELIGIBLE, adult))).toEqual(['block eligibilityTwice /calculatedValues/1/eligibility'])
  })

  it('gets it back as it was written', () => {
    const written = decompile(guarded)
    expect(written).toMatchObject({ calculatedValues: [{ name: 'may', eligibility: true }] })
    expect(compiled(written).hash).toBe(guarded.hash)
    expect(guarded.hash).not.toBe(open.hash)
  })

  it('breaks with the version before, as other people answer from then on', () => {
    const changes = (before: Questionnaire, after: Questionnaire): readonly string[] =>
      compareVersions(before, after).changes.map(({ kind, name, what }) => `${kind} ${name} ${what}`)
    expect(changes(open, guarded)).toEqual(['breaking may eligibility'])
    expect(changes(guarded, open)).toEqual(['breaking may eligibility'])
    const without = compiled(doorOf([WHO], { calculatedValues: [] }))
    const withAdults = compiled(
      doorOf([WHO], {
        calculatedValues: [{ name: 'may', expression: '{who} = 2', includeIntoResult: true, eligibility: true }],
      }),
    )
    expect(changes(without, withAdults)).toEqual(['added may calculatedValues', 'breaking may eligibility'])
  })
})
