import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { compile } from '../../src/compile/compile.ts'
import { lengthOf, minutesOf } from '../../src/answers/length-of.ts'

function asking(...elements: readonly object[]): Questionnaire {
  const { questionnaire } = compile({ title: 'Hulp', pages: [{ name: 'p', elements }] })
  if (!questionnaire) throw new Error('does not compile')
  return questionnaire
}

const yesNo = (name: string): object => ({ type: 'boolean', name, title: name })

describe('how long a questionnaire takes', () => {
  it('leaves out what most people are not asked', () => {
    const more = { type: 'comment', name: 'more', title: 'Vertel', visibleIf: '{had_help} = true' }
    expect(lengthOf(asking(yesNo('had_help'), more))).toEqual({ questions: 1, minutes: 1 })
  })

  it('counts what follows for somebody who may take part, where that is asked first', () => {
    const version = { type: 'radiogroup', name: 'version', title: 'Wie bent u?', blocking: true, choices: [1, 2, 3] }
    const consent = { ...yesNo('agrees'), blocking: true, visibleIf: '{version} = 2' }
    const later = ['a', 'b', 'c'].map((name) => ({ ...yesNo(name), visibleIf: '{version} = 2 and {agrees} = true' }))
    const other = { ...yesNo('d'), visibleIf: '{version} = 1' }
    expect(lengthOf(asking(version, consent, ...later, other))).toEqual({ questions: 5, minutes: 2 })
  })

  it('counts each row of a list of sentences', () => {
    const rows = Array.from({ length: 8 }, (_, row) => ({ value: `r${row}`, text: `Zin ${row}` }))
    const columns = [
      { value: 1, text: 'Ja' },
      { value: 2, text: 'Nee' },
    ]
    expect(minutesOf(asking({ type: 'matrix', name: 'list', title: 'Zinnen', rows, columns }).questions)).toBe(2)
  })

  it('is never less than a minute, as nobody answers in none', () => {
    expect(minutesOf([])).toBe(1)
    expect(minutesOf(asking(yesNo('one')).questions)).toBe(1)
  })
})
