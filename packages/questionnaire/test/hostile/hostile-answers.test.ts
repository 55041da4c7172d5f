import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check, compile } from '@klankbord/questionnaire'
import { answersOf, definitionOf, type HostileInput } from './hostile-input.ts'
import { HOSTILE_INPUTS } from './hostile-inputs.ts'
import { hostileTable } from './hostile-table.ts'

function answered(row: HostileInput): readonly string[] {
  const { questionnaire, findings } = compile(definitionOf(row))
  if (!questionnaire) throw new Error(findings.map(({ message }) => message).join('; '))
  const result = check(questionnaire, answersOf(row))
  return result.ok ? [] : result.findings.map(({ code, path }) => `${code} ${path}`)
}

describe('somebody who sends answers that no screen made', () => {
  it.each(HOSTILE_INPUTS.map((row) => [row.input, row] as const))('gets what the table says: %s', (_, row) => {
    expect(answered(row)).toEqual(row.ours)
  })

  it('changes nothing for others', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['q']).toBeUndefined()
  })
})

describe('the table of hostile answers', () => {
  it('has a row of its own for each input', () => {
    expect(HOSTILE_INPUTS.length).toBeGreaterThanOrEqual(70)
    expect(new Set(HOSTILE_INPUTS.map(({ input }) => input)).size).toBe(HOSTILE_INPUTS.length)
  })

  it('shows what survey-core does today', () => {
    const written = readFileSync(new URL('../../docs/hostile-answers.md', import.meta.url), 'utf8')
    expect(written).toBe(hostileTable())
  })
})
