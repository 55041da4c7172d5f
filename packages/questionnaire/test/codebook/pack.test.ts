import { describe, expect, it } from 'vitest'
import { EMPTY_CODES, type Answers, type CheckedAnswers, type PackedAnswers } from '@klankbord/model'
import { codebook } from '../../src/codebook/codebook.ts'
import { pack } from '../../src/codebook/pack.ts'
import { unpack } from '../../src/codebook/unpack.ts'
import { everyElement } from './every-element.ts'

const book = codebook(everyElement)

/** What was packed for one variable: its codes, and its number where it has one. */
function packedOf(name: string, checked: Partial<CheckedAnswers>): readonly number[] {
  const packed: PackedAnswers = pack(book, { answers: {}, empties: {}, ...checked })
  const { slot, slots, number } = book.variables.find((variable) => variable.name === name) ?? { slot: 0, slots: 0 }
  const codes = packed.codes.slice(slot, slot + slots)
  return number === undefined ? codes : [...codes, packed.numbers[number] ?? Number.NaN]
}

const of = (name: string, answers: Answers): readonly number[] => packedOf(name, { answers })

describe('packed answers', () => {
  it('hold the place of each ranked option', () => {
    const answers = { rank: ['blauw', 'rood'], order: ['2', 'De gemeente', 'Mijn buren'] }
    expect(['rank__rood', 'rank__groen', 'rank__blauw'].map((name) => of(name, answers))).toEqual([[2], [-2], [1]])
    expect(['order__1', 'order__2', 'order__3'].map((name) => of(name, answers))).toEqual([[2], [3], [1]])
  })

  it('hold days since 1970, of a month its first', () => {
    expect(of('day', { day: '1970-01-02' })).toEqual([1, 1])
    expect(of('day', { day: '1969-12-31' })).toEqual([1, -1])
    expect(of('day', { day: '2000-02-29' })).toEqual([1, 11_016])
    expect(of('since', { since: '2000-03' })).toEqual([1, 11_017])
    expect(of('day', {})).toEqual([-2, 0])
  })

  it('hold a bit for each of 41 ticked options, and come back with all of them', () => {
    const ticks = [...Array.from({ length: 40 }, (_, index) => index + 1), 'anders']
    expect(of('ticks', { ticks })).toEqual([32_767, 32_767, 0b111_1111_1111])
    expect(unpack(book, pack(book, { answers: { ticks }, empties: {} })).answers).toEqual({ ticks })
  })

  it('hold each row of a matrix, and a kind of empty that was chosen', () => {
    const answers = { care: { quick: 2, listened: 'dk' } }
    expect(['care__listened', 'care__2', 'care__quick'].map((name) => of(name, answers))).toEqual([[-3], [-2], [2]])
  })

  it('are refused where an answer is no value of its variable', () => {
    for (const answers of [
      { care: { quick: 'another' } },
      { ticks: [1, 'another'] },
      { rank: ['another', 'x', 'y', 'z', 'rood'] },
    ])
      expect(() => pack(book, { answers, empties: {} })).toThrow(
        expect.objectContaining({ code: 'packedAnswersMismatch' }) as Error,
      )
  })

  it('are refused where several could be ticked and none is, which is no answer', () => {
    const { codes, numbers } = pack(book, { answers: { ticks: [1] }, empties: {} })
    const { slot = 0 } = book.variables.find(({ name }) => name === 'ticks') ?? {}
    expect(() => unpack(book, { codes: codes.with(slot, 0), numbers })).toThrow(
      expect.objectContaining({ code: 'packedAnswersMismatch' }) as Error,
    )
  })

  it('hold the panels that there are', () => {
    const checked = {
      answers: { helpers: [{}, { who: 'anders', 'who-Comment': 'Mijn buurman', hours: 1.5 }] },
      empties: { helpers__3__who: 'notAsked' },
    } as const
    expect(
      ['count', '1__who', '2__who', '2__who__other', '2__hours', '3__who'].map((name) =>
        packedOf(`helpers__${name}`, checked),
      ),
    ).toEqual([[1, 2], [-2], [4], [1], [1, 1.5], [-1]])
  })

  it('hold a duration in days, and whether it was over', () => {
    const waited = (censored: boolean): readonly number[] =>
      packedOf('waited', { durations: { waited: { days: 21, censored } } })
    expect([waited(false), waited(true)]).toEqual([
      [1, 21],
      [2, 21],
    ])
  })

  it('hold a duration that is empty as the first of its amount and its unit that is', () => {
    expect(packedOf('waited', { answers: { unit: 'week' }, empties: { amount: 'notAsked' } })).toEqual([-1, 0])
    expect(packedOf('waited', { answers: { amount: 3 }, empties: { unit: 'skipped' } })).toEqual([-2, 0])
    expect(packedOf('waited', { answers: { amount: 3, unit: 'dk' } })).toEqual([-3, 0])
  })

  it('hold what was worked out', () => {
    const derived = { often: false, moment: '1970-01-11', word: 'ja', shown: 2.5 }
    expect(['often', 'moment', 'word', 'shown'].map((name) => packedOf(name, { derived }))).toEqual([
      [2],
      [1, 10],
      [1],
      [1, 2.5],
    ])
  })

  it('give no answer for a kind of empty that only paper has', () => {
    const packed = pack(book, { answers: {}, empties: {} })
    for (const name of ['amount', 'day', 'line', 'radio', 'ticks', 'helpers__count']) {
      const { slot = 0 } = book.variables.find((variable) => variable.name === name) ?? {}
      const codes = packed.codes.with(slot, EMPTY_CODES.unreadable)
      expect([name, unpack(book, { ...packed, codes }, { line: 'Dag' }).answers]).toEqual([name, {}])
    }
  })

  it('never take an answer from the prototype of an object', () => {
    expect(of('constructor', {})).toEqual([-2])
  })

  it('come back with only the words of what stands beside them', () => {
    const answers = { line: 'Dag', radio: 'anders', 'radio-Comment': 'Zo', several: { first: 'A', second: 2 } }
    const packed = pack(book, { answers, empties: {} })
    const words = { line: 'Dag', radio: 'rood', 'radio-Comment': 'Zo', several: { first: 'A', second: 99 } }
    expect(unpack(book, packed, words).answers).toEqual(answers)
    expect(unpack(book, packed).answers).toEqual({ radio: 'anders', several: { second: 2 } })
  })
})
