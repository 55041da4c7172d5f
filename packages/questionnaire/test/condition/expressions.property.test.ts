import fc from 'fast-check'
import { ConditionRunner, ExpressionRunner } from 'survey-core'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import type { AnswerParts, Answers, Condition, Operand } from '@klankbord/model'
import { compute, evaluate, printCondition, printOperand } from '@klankbord/questionnaire'
import { bindCondition, bindOperand } from '../../src/condition/bind-source.ts'
import { scopeAtTheEnd, TODAY } from './known-questions.ts'
import { answered, answeredInPanel, condition, date, number, truth, words } from './random-expressions.ts'

const clock = { today: TODAY }
/** survey-core parses slowly, and more so beside other tests. */
const PATIENCE = 60_000 * inject('sampleFactor')
const people = fc.array(fc.tuple(answered, answeredInPanel), { minLength: 3, maxLength: 5 })

afterEach(() => {
  vi.useRealTimers()
  process.env['TZ'] = 'UTC'
})

/** survey-core reads the clock and the time zone of the machine. */
function inTimeZone(zone: string): void {
  process.env['TZ'] = zone
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T14:30:05.123`) })
}

/** survey-core keeps a calculated date as an object. */
const asSurveyCoreHasIt = (answers: Answers, panel: AnswerParts): Record<string, unknown> => ({
  ...answers,
  ...(typeof answers['due'] === 'string' && { due: new Date(`${answers['due']}T00:00:00`) }),
  panel,
})

function tally(part: Condition | Operand, counts: Map<string, number>): void {
  const count = (name: string): unknown => counts.set(name, (counts.get(name) ?? 0) + 1)
  if ('op' in part) {
    count(part.op)
    if ('left' in part) tally(part.left, counts)
    if ('right' in part) tally(part.right, counts)
    if ('of' in part) for (const each of [part.of].flat()) tally(each, counts)
  } else if ('holds' in part) tally(part.holds, counts)
  else if ('call' in part || 'calculate' in part) {
    count('call' in part ? `${part.call}()` : part.calculate)
    for (const each of part.of) tally(each, counts)
  } else if ('variable' in part) count(`{${part.panel ? 'panel.' : ''}${part.variable}${part.part ? '.part' : ''}}`)
}

const OPERATORS = ['and', 'or', 'not', 'empty', 'notEmpty', 'equal', 'notEqual', 'less', 'lessOrEqual', 'greater']
  .concat(['greaterOrEqual', 'contains', 'notContains', 'anyOf', 'allOf'])
  .concat(['plus', 'minus', 'times', 'divide', 'modulo', 'power'])
const FUNCTIONS = ['age', 'avg', 'count', 'dateAdd', 'dateDiff', 'day', 'iif', 'max', 'min', 'month', 'round', 'sum']
  .concat(['today', 'trunc', 'weekday', 'year'])
  .map((name) => `${name}()`)
const NAMES = ['one', 'scaled', 'word', 'digits', 'mixed', 'yes', 'many', 'kinds', 'rank', 'age', 'birth', 'since']
  .concat(['care.part', 'contact.part', 'score', 'eligible', 'due', 'panel.size', 'panel.sort', 'panel.own'])
  .map((name) => `{${name}}`)

const triedOften = (counts: ReadonlyMap<string, number>, names: readonly string[], least: number): void =>
  expect(names.filter((name) => (counts.get(name) ?? 0) < least)).toEqual([])

describe('an expression that the profile takes', () => {
  it.each(['UTC', 'Europe/Amsterdam'])(
    'holds exactly when survey-core says so, in %s',
    (zone) => {
      inTimeZone(zone)
      expect(new Date('2026-06-01').getHours()).toBe(zone === 'UTC' ? 0 : 2)
      const counts = new Map<string, number>()
      let written = 0
      let taken = 0
      fc.assert(
        fc.property(condition, people, (text, answers) => {
          written += 1
          const tree = bindCondition(text, scopeAtTheEnd())
          if (!tree) return
          taken += 1
          tally(tree, counts)
          const oracle = new ConditionRunner(text)
          for (const [person, panel] of answers)
            expect(evaluate(tree, person, clock, panel)).toBe(oracle.runValues(asSurveyCoreHasIt(person, panel)))
        }),
        { seed: 20261122, numRuns: 4000 * inject('sampleFactor') },
      )
      expect(taken / written).toBeGreaterThan(0.4)
      triedOften(counts, [...OPERATORS, ...FUNCTIONS, ...NAMES], 10)
    },
    PATIENCE,
  )

  it.each(['UTC', 'Europe/Amsterdam'])(
    'gives the value that survey-core gives, in %s',
    (zone) => {
      inTimeZone(zone)
      const counts = new Map<string, number>()
      let written = 0
      let taken = 0
      fc.assert(
        fc.property(fc.oneof(number, date, truth, words), people, (text, answers) => {
          written += 1
          const bound = bindOperand(text, scopeAtTheEnd())
          if (!bound) return
          taken += 1
          tally(bound.operand, counts)
          const oracle = new ExpressionRunner(text)
          for (const [person, panel] of answers) {
            const ours = compute(bound.operand, person, clock, panel)
            const theirs: unknown = oracle.runValues(asSurveyCoreHasIt(person, panel))
            const same = bound.valueType === 'boolean' ? Boolean : plain
            expect(same(ours)).toEqual(same(theirs))
            expect([bound.valueType === 'date' ? 'string' : bound.valueType, 'null']).toContain(
              ours === null ? 'null' : typeof ours,
            )
          }
        }),
        { seed: 20261123, numRuns: 4000 * inject('sampleFactor') },
      )
      expect(taken / written).toBeGreaterThan(0.5)
      triedOften(counts, [...OPERATORS.slice(-6), ...FUNCTIONS], 25)
    },
    PATIENCE,
  )

  it(
    'is the same after it was written out and read again',
    () => {
      let taken = 0
      fc.assert(
        fc.property(fc.oneof(condition, truth), fc.oneof(number, date, words), (text, value) => {
          const tree = bindCondition(text, scopeAtTheEnd())
          expect(tree && bindCondition(printCondition(tree), scopeAtTheEnd())).toEqual(tree)
          const bound = bindOperand(value, scopeAtTheEnd())
          expect(bound && bindOperand(printOperand(bound.operand), scopeAtTheEnd())).toEqual(bound)
          taken += Number(tree !== undefined) + Number(bound !== undefined)
        }),
        { seed: 20261124, numRuns: 3000 * inject('sampleFactor') },
      )
      expect(taken).toBeGreaterThan(2000)
    },
    PATIENCE,
  )
})

function plain(value: unknown): unknown {
  if (value instanceof Date)
    return [value.getFullYear(), value.getMonth() + 1, value.getDate()]
      .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
      .join('-')
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
  return value ?? null
}
