import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import {
  emptyKindOf,
  hasOptions,
  type Answers,
  type MultipleChoiceQuestion,
  type NumberQuestion,
  type Question,
  type Questionnaire,
} from '@klankbord/model'
import {
  allVariables,
  check,
  checkRecord,
  codebook,
  compile,
  outcomesOf,
  pack,
  route,
  toDataset,
  unpack,
  valueAt,
} from '@klankbord/questionnaire'
import { CLOCK } from '../definitions/clock.ts'
import { damagesOf } from '../definitions/damaged-answers.ts'
import { everything } from '../definitions/everything.ts'
import { manyOptions } from '../definitions/many-options.ts'
import { answerTo, respondent, walk } from '../definitions/random-answers.ts'
import { wmo } from '../definitions/wmo.ts'

const QUESTIONNAIRES = [wmo, manyOptions].map((definition) => compile(definition).questionnaire as Questionnaire)

/** A questionnaire with somebody's answers to it. */
const responseTo = (...questionnaires: Questionnaire[]) =>
  fc.oneof(
    ...questionnaires.map((questionnaire) =>
      respondent(questionnaire).map((mind) => ({ questionnaire, mind, answers: walk(questionnaire, mind) })),
    ),
  )
const response = responseTo(...QUESTIONNAIRES)
const anyResponse = responseTo(...QUESTIONNAIRES, compile(everything).questionnaire as Questionnaire)

const RUNS = { seed: 20260505, numRuns: 400 * inject('sampleFactor') }

/** Several answers in one order, since packing keeps which and not when. */
const sorted = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      Array.isArray(answer) ? answer.toSorted((a, b) => String(a).localeCompare(String(b))) : answer,
    ]),
  )

describe('whoever walks through a questionnaire', () => {
  it('gives answers that the check accepts as they are', () => {
    fc.assert(
      fc.property(anyResponse, ({ questionnaire, answers }) => {
        const result = check(questionnaire, answers, CLOCK)
        const stored = Object.entries(answers).filter(([name]) => name !== 'may_call')
        expect(result.ok && result.checked.answers).toEqual(Object.fromEntries(stored))
      }),
      RUNS,
    )
  })

  it('leaves a response that says the same when it is checked again as it was stored', () => {
    fc.assert(
      fc.property(anyResponse, ({ questionnaire, answers }) => {
        const result = check(questionnaire, answers, CLOCK)
        if (!result.ok) throw new Error('the check refused the answers')
        const { checked } = result
        expect(checkRecord(questionnaire, checked.answers, outcomesOf(questionnaire, checked), CLOCK)).toEqual(result)
      }),
      RUNS,
    )
  })

  it('leaves each other question not asked or skipped, by the route alone', () => {
    fc.assert(
      fc.property(response, ({ questionnaire, answers }) => {
        const { asked } = route(questionnaire, answers, CLOCK)
        const result = check(questionnaire, answers, CLOCK)
        const empties = result.ok ? result.checked.empties : {}
        for (const { name } of questionnaire.questions) {
          const expected = name in answers ? undefined : asked.has(name) ? 'skipped' : 'notAsked'
          expect(empties[name]).toBe(expected)
        }
      }),
      RUNS,
    )
  })

  it('has a value or one reason for none in every variable of the codebook', () => {
    fc.assert(
      fc.property(anyResponse, ({ questionnaire, answers }) => {
        const result = check(questionnaire, answers, CLOCK)
        if (!result.ok) throw new Error('not accepted')
        const { empties, derived = {} } = result.checked
        const { asked } = route(questionnaire, answers, CLOCK)
        for (const { name, type, source } of allVariables(questionnaire)) {
          if (type === 'duration') continue
          const value = source.kind === 'derived' ? derived[name] : valueAt(source, result.checked)
          expect([name, value === undefined]).toEqual([name, name in empties])
          const isAsked = source.kind === 'derived' || asked.has(source.name)
          expect([name, isAsked || empties[name] === 'notAsked']).toEqual([name, true])
        }
        const names = allVariables(questionnaire).map(({ name }) => name)
        expect(Object.keys(empties).filter((name) => !names.includes(name))).toEqual([])
      }),
      RUNS,
    )
  })

  it('finds the same answers back after packing', () => {
    fc.assert(
      fc.property(response, ({ questionnaire, answers }) => {
        const book = codebook(questionnaire)
        const result = check(questionnaire, answers, CLOCK)
        if (!result.ok) throw new Error('not accepted')
        const packed = pack(book, result.checked)
        expect([...Int16Array.from(packed.codes)]).toEqual(packed.codes)
        const unpacked = unpack(book, packed, answers)
        expect(sorted(unpacked.answers)).toEqual(sorted(answers))
        expect(unpacked.empties).toEqual(result.checked.empties)
      }),
      RUNS,
    )
  })

  it('is one row of a dataset, with the right kind of empty in each column', () => {
    fc.assert(
      fc.property(response, ({ questionnaire, answers }) => {
        const book = codebook(questionnaire)
        const result = check(questionnaire, answers, CLOCK)
        if (!result.ok) throw new Error('not accepted')
        const { columns } = toDataset(book, [pack(book, result.checked)])
        for (const question of questionnaire.questions) {
          const column = columns[question.name]
          const first = !column
            ? 0
            : column.type === 'single'
              ? column.codes[0]
              : column.type === 'multiple'
                ? column.bits[0]
                : column.states[0]
          expect(emptyKindOf(first ?? 0)).toBe(result.checked.empties[question.name] ?? chosenEmpty(question, answers))
        }
      }),
      RUNS,
    )
  })
})

function chosenEmpty(question: Question, answers: Answers): string | undefined {
  if (!hasOptions(question)) return undefined
  const answer = answers[question.name]
  const value: unknown = Array.isArray(answer) ? answer[0] : answer
  return question.options.find((option) => option.value === value)?.empty
}

/** Values that no question of these types takes. */
const foreign = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    [],
    {},
    [[]],
    [null],
    Number.NaN,
    Number.POSITIVE_INFINITY,
    32_768,
    -1,
    1.5,
    'a\u0000',
    '\uD83D',
  ),
  fc.constantFrom<unknown>(
    [1, 1],
    [9, 1],
    [-4, 1],
    [1, 2, 3, 4],
    ['1'],
    '1',
    'true',
    0.55,
    'x'.repeat(5000),
    new Date(0),
    1n,
    () => 1,
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Whether a value is in the domain of a question, told by other means than the check. */
function belongs(question: Question, value: unknown): boolean {
  if (question.type === 'checkbox') return belongsToCheckbox(question, value)
  if (hasOptions(question)) return question.options.some((option) => option.value === value)
  if (question.type === 'number') return typeof value === 'number' && inSteps(question, value)
  if (!('maxLength' in question)) throw new Error(`no rule for ${question.type}`)
  if (typeof value !== 'string' || value === '' || value.length > question.maxLength) return false
  return !/\p{Surrogate}/u.test(value) && !value.includes('\u0000')
}

function belongsToCheckbox(question: MultipleChoiceQuestion, value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || new Set(value).size < value.length) return false
  const chosen = question.options.filter((option) => value.includes(option.value))
  if (chosen.length < value.length) return false
  const alone = chosen.some((option) => option.empty !== undefined || option.exclusive === true)
  return alone ? value.length === 1 : value.length <= (question.maxSelected ?? 99)
}

/** In decimals, which is how people read a step. */
function inSteps({ min = -Infinity, max = Infinity, step }: NumberQuestion, value: number): boolean {
  if (!Number.isFinite(value) || value < min || value > max) return false
  const decimals = String(value).split('.')[1]?.length ?? 0
  return step === undefined || decimals <= (step === 0.1 ? 1 : 0)
}

describe('one answer that was changed', () => {
  it('is accepted exactly when it is in the domain of its question', () => {
    const changed = response.chain(({ questionnaire, answers }) =>
      fc.record({
        questionnaire: fc.constant(questionnaire),
        answers: fc.constant(answers),
        question: fc.constantFrom(...questionnaire.questions.filter(({ visibleIf }) => !visibleIf)),
        value: fc.oneof(foreign, fc.constantFrom(...questionnaire.questions).chain(answerTo)),
      }),
    )
    fc.assert(
      fc.property(changed, ({ questionnaire, question, value }) => {
        const result = check(questionnaire, { [question.name]: value })
        expect(result.ok).toBe(belongs(question, value))
        const places = result.ok ? [] : result.findings.map((found) => found.path)
        expect(places.filter((path) => path !== `/answers/${question.name}`)).toEqual([])
      }),
      { ...RUNS, numRuns: 1500 * inject('sampleFactor') },
    )
  })

  it('makes the whole response refused when it is outside, and the other answers stay as they were', () => {
    fc.assert(
      fc.property(response, fc.nat(), ({ questionnaire, answers }, place) => {
        const names = Object.keys(answers)
        const name = names[place % Math.max(1, names.length)]
        if (name === undefined) return
        const before = JSON.stringify(answers)
        expect(check(questionnaire, { ...answers, [name]: { value: 1 } }).ok).toBe(false)
        expect(check(questionnaire, { ...answers, [`${name}x`]: 1 }).ok).toBe(false)
        expect(JSON.stringify(answers)).toBe(before)
      }),
      RUNS,
    )
  })
})

describe('a response that was damaged', () => {
  it('is refused, whatever the damage', () => {
    let tried = 0
    const kinds = new Set<string>()
    fc.assert(
      fc.property(anyResponse, ({ questionnaire, answers, mind }) => {
        for (const { what, answers: damaged } of damagesOf(questionnaire, answers, mind)) {
          tried += 1
          kinds.add(what)
          expect([what, check(questionnaire, damaged, CLOCK).ok]).toEqual([what, false])
        }
      }),
      { ...RUNS, numRuns: 100 * inject('sampleFactor') },
    )
    expect(tried).toBeGreaterThan(10_000)
    expect(kinds.size).toBeGreaterThan(300)
  })
})
