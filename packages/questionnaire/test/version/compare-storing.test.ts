import type { Json, Questionnaire } from '@klankbord/model'
import { compareVersions, compile, decompile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { AGE, AGREES, door, doorOf, HELP, STOP, WHO } from '../definitions/door.ts'

function compiled(definition: unknown): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (!questionnaire) throw new Error(findings.map(({ message }) => message).join('; '))
  return questionnaire
}

const changes = (before: Json, after: Json): readonly string[] =>
  compareVersions(compiled(before), compiled(after)).changes.map(({ kind, name, what, breaksTrendOf }) =>
    [kind, name, what, ...breaksTrendOf].join(' '),
  )

describe('a question whose answer is not stored', () => {
  const before = doorOf([WHO, { ...AGE, outcomeOnly: false }, AGREES, STOP, HELP])

  it('is no trend any more from then on, and its outcome says the same', () => {
    expect(changes(before, door)).toEqual(['breaking age outcomeOnly age'])
  })

  it('begins a trend where it is stored, which breaks none', () => {
    expect(changes(door, before)).toEqual(['breaking age outcomeOnly'])
  })

  it('breaks the trend of its outcome where it changes, and has none itself', () => {
    const worded = doorOf([WHO, { ...AGE, title: 'Hoeveel jaar ben je?' }, AGREES, STOP, HELP])
    expect(changes(door, worded)).toEqual(['wording age title may'])
    const gone = doorOf(
      [WHO, AGE, STOP, HELP].map((element) => (element === STOP ? { ...STOP, visibleIf: '{may} = false' } : element)),
      {
        calculatedValues: [{ name: 'may', expression: '{who} = 2 or {age} >= 16', includeIntoResult: true }],
      },
    )
    expect(changes(door, gone)).toContain('removed agrees question may')
  })

  it('is written back as it was', () => {
    const written = decompile(compiled(door))
    expect(JSON.stringify(written).match(/"outcomeOnly":true/g)).toHaveLength(2)
    expect(compiled(written).hash).toBe(compiled(door).hash)
    expect(compiled(before).hash).not.toBe(compiled(door).hash)
  })
})
