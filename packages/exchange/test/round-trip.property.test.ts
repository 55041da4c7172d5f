import type { AnswerValue, CheckedAnswers } from '@klankbord/model'
import { check } from '@klankbord/questionnaire'
import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { readResponsesCsv, writeResponsesCsv } from '../src/index.ts'
import { compiled, SINGLE, VARIED } from './questionnaires.ts'
import { inPieces } from './reading.ts'

const varied = compiled(VARIED)
const single = compiled(SINGLE)

const nasty = fc.constantFrom('"', ',', ';', '\r', '\n', '\r\n', "'", '=', '-', ' ', '\t', '\uFEFF', 'a', 'é', '🙂')
const words = fc
  .oneof(
    fc.string({ unit: nasty, minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  )
  .filter((text) => !text.includes('\0') && text.length <= 40)

const answersOf = fc.record(
  {
    t1: fc.constantFrom<AnswerValue>(1, 2, 3, -3),
    helper: fc.oneof(fc.subarray([1, 2, 3], { minLength: 1 }), fc.constant([-4])),
    grade: fc.integer({ min: 1, max: 10 }),
    again: fc.boolean(),
    word: fc.constantFrom('huis', '=tuin', '-10'),
    age: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.double({ min: 0, max: 120, noNaN: true }).map(Math.abs)),
    place: words.filter((text) => !/[\r\n]/.test(text)),
    story: words,
  },
  { requiredKeys: [] },
)

/** Only what the check lets through is ever written; the helper is asked where t1 is 1. */
function records(drawn: readonly Readonly<Record<string, AnswerValue>>[]): readonly CheckedAnswers[] {
  return drawn.map(({ helper, ...answers }) => {
    const result = check(varied, answers['t1'] === 1 && helper !== undefined ? { ...answers, helper } : answers)
    if (!result.ok) throw new Error(result.findings.map(({ message }) => message).join('; '))
    return result.checked
  })
}

async function roundTrip(
  questionnaire: typeof varied,
  written: readonly CheckedAnswers[],
  layout: { readonly separator: ',' | ';'; readonly byteOrderMark: boolean },
  pieceSize: number,
): Promise<readonly unknown[]> {
  let text = ''
  for await (const piece of writeResponsesCsv(questionnaire, written, layout)) text += piece
  const read: unknown[] = []
  for await (const row of readResponsesCsv(inPieces(text, pieceSize), questionnaire)) {
    read.push('answers' in row ? { answers: row.answers, empties: row.empties } : row.findings)
  }
  return read
}

const layouts = fc.record({ separator: fc.constantFrom(',' as const, ';' as const), byteOrderMark: fc.boolean() })

it('gives every record back, kinds of empty included, in any layout and however the file falls apart', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(answersOf, { maxLength: 6 }),
      layouts,
      fc.integer({ min: 1, max: 300 }),
      async (drawn, layout, size) => {
        const written = records(drawn)
        expect(await roundTrip(varied, written, layout, size)).toEqual(written)
      },
    ),
    { seed: 2026, numRuns: 300 * inject('sampleFactor') },
  )
})

it('gives every text back where a row is one cell', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(words, { nil: null }), { maxLength: 8 }), layouts, async (texts, layout) => {
      const written = texts.map((story): CheckedAnswers =>
        story === null ? { answers: {}, empties: { story: 'skipped' } } : { answers: { story }, empties: {} },
      )
      expect(await roundTrip(single, written, layout, 5)).toEqual(written)
    }),
    { seed: 2026, numRuns: 300 * inject('sampleFactor') },
  )
})
