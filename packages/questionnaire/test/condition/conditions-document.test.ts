import { readFileSync } from 'node:fs'
import { ExpressionRunner } from 'survey-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compute, evaluate } from '@klankbord/questionnaire'
import { bindCondition, bindOperand } from '../../src/condition/bind-source.ts'
import { SIGNATURES } from '../../src/condition/signatures.ts'
import { EMPTY_OPERANDS } from './empty-operands.ts'
import { scopeAtTheEnd, TODAY } from './known-questions.ts'

const document = readFileSync(new URL('../../docs/conditions.md', import.meta.url), 'utf8')
const answers = { weight: 5, birth: '2000-01-31', many: [1, 2] }

/** The first column of a table under a heading, without its marks. */
const firstColumn = (heading: string): readonly string[] =>
  (document.split(`## ${heading}\n`)[1] ?? '')
    .split('\n## ')[0]
    ?.split('\n')
    .flatMap((line) => /^\| `([^|]+)` +\|/.exec(line)?.[1] ?? []) ?? []

const printed = (outcome: unknown): string => (outcome === null ? 'nothing' : `\`${JSON.stringify(outcome)}\``)

function ours(text: string): unknown {
  const clock = { today: TODAY }
  const operand = bindOperand(text, scopeAtTheEnd())?.operand
  if (operand && !('variable' in operand)) return compute(operand, answers, clock)
  const condition = bindCondition(text, scopeAtTheEnd())
  return condition && evaluate(condition, answers, clock)
}

function theirs(text: string, isCondition: boolean): unknown {
  const value: unknown = new ExpressionRunner(text).runValues({ ...answers })
  if (isCondition) return Boolean(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return Number.isNaN(value) ? null : (value ?? null)
}

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T09:00`) }))
afterEach(() => vi.useRealTimers())

describe('the document on conditions', () => {
  it.each(EMPTY_OPERANDS)('says what comes of %s', (text, outcome) => {
    const row = new RegExp(
      String.raw`^\| \`${text.replaceAll(/[.*+?^$()|[\]{}\\]/g, String.raw`\$&`)}\` +\| ([^|]+?) +\|$`,
      'm',
    )
    expect(row.exec(document)?.[1]).toBe(printed(outcome))
  })

  it.each(EMPTY_OPERANDS)('says what survey-core gives and what we give: %s', (text, outcome) => {
    expect(ours(text)).toBe(outcome)
    expect(theirs(text, typeof outcome === 'boolean')).toBe(outcome)
  })

  it('has a row for every expression that is tried, and for no other', () => {
    expect(firstColumn('Without an answer')).toEqual(EMPTY_OPERANDS.map(([text]) => text))
  })

  it('has every function', () => {
    const names = firstColumn('Functions').map((text) => text.split('(')[0] ?? '')
    expect([...new Set(names)].toSorted()).toEqual(Object.keys(SIGNATURES).toSorted())
  })

  it('refuses what it says that is refused', () => {
    const refused = firstColumn('What is refused')
    expect(refused.length).toBeGreaterThan(15)
    for (const text of refused) {
      const scope = scopeAtTheEnd()
      expect([text, bindCondition(text, scope)]).toEqual([text, undefined])
      expect(scope.list.blocked).toBe(true)
    }
  })
})
