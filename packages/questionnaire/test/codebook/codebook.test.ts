import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { check, codebook, compile, pack, toDataset, unpack } from '@klankbord/questionnaire'
import { manyOptions } from '../definitions/many-options.ts'
import { wmo } from '../definitions/wmo.ts'

const compiled = (definition: unknown): Questionnaire => compile(definition).questionnaire as Questionnaire

const packed = (questionnaire: Questionnaire, answers: object): ReturnType<typeof pack> => {
  const result = check(questionnaire, answers)
  if (!result.ok) throw new Error(result.findings[0]?.message)
  return pack(codebook(questionnaire), result.checked)
}

describe('the codebook of a questionnaire', () => {
  it('has one variable per question, in their order', () => {
    const { variables, slots, numbers, questionnaire } = codebook(compiled(wmo))
    expect(variables.map(({ name, type, slot }) => `${slot} ${type} ${name}`)).toEqual([
      '0 single has_support',
      '1 single listened',
      '2 single quick',
      '3 text why_slow',
      '4 multiple kinds',
      '5 single transport_grade',
      '6 text transport_why',
      '7 numeric age',
      '8 text quarter',
    ])
    expect([slots, numbers]).toEqual([9, 1])
    expect(questionnaire).toBe(compiled(wmo).hash)
  })

  it('keeps what a question measures', () => {
    const [, listened, , words] = codebook(compiled(wmo)).variables
    expect(listened).toMatchObject({ topic: 'T1', theme: 'contact', scale: 'agreement', sensitive: false })
    expect(listened?.categories.map(({ code, tone, empty }) => [code, tone ?? empty])).toEqual([
      [1, 'positive'],
      [2, 'positive'],
      [3, 'neutral'],
      [4, 'negative'],
      [5, 'negative'],
      [-3, 'dontKnow'],
      [-5, 'notApplicable'],
    ])
    expect(words?.sensitive).toBe(true)
  })

  it('gives several answers as many words of 15 bits as their options need', () => {
    const [many, word] = codebook(compiled(manyOptions)).variables
    expect([many?.slot, many?.slots, word?.slot]).toEqual([0, 3, 3])
  })
})

describe('packed answers', () => {
  it('hold a code per variable and each number apart', () => {
    expect(packed(compiled(wmo), { has_support: false, age: 44, quarter: 'Oost' })).toEqual({
      codes: [2, -1, -1, -1, -1, -1, -1, 1, 1],
      numbers: [44],
    })
  })

  it('hold a bit per chosen option, the first in the lowest bit', () => {
    expect(packed(compiled(manyOptions), { many: [1, 15, 16, 33] }).codes.slice(0, 3)).toEqual([0x4001, 1, 4])
    expect(packed(compiled(manyOptions), { many: ['dk'] }).codes.slice(0, 3)).toEqual([-3, 0, 0])
    expect(packed(compiled(manyOptions), {}).codes.slice(0, 3)).toEqual([-2, 0, 0])
  })

  it('fit signed 16 bits when every option is chosen', () => {
    const many = Array.from({ length: 33 }, (_, index) => index + 1)
    expect(packed(compiled(manyOptions), { many }).codes.slice(0, 3)).toEqual([32_767, 32_767, 7])
  })

  it('of another questionnaire are refused', () => {
    const book = codebook(compiled(wmo))
    for (const wrong of [packed(compiled(manyOptions), {}), { codes: [], numbers: [] }]) {
      expect(() => unpack(book, wrong)).toThrow('packed answers do not fit')
      expect(() => toDataset(book, [wrong])).toThrow('packed answers do not fit')
    }
    const unknownCode = { ...packed(compiled(wmo), {}), codes: [7, -1, -1, -1, -1, -1, -1, -2, -2] }
    expect(() => unpack(book, unknownCode)).toThrow(expect.objectContaining({ code: 'packedAnswersMismatch' }))
  })
})

describe('a dataset', () => {
  const questionnaire = compiled(manyOptions)
  const rows = Array.from({ length: 150 }, (_, row) =>
    packed(questionnaire, row % 3 === 0 ? {} : { many: [1 + (row % 33)], hours: 0.5 + (row % 10), word: 'groen' }),
  )

  it('has each row in each column, however many come', () => {
    const { columns, rows: count } = toDataset(codebook(questionnaire), rows)
    expect(count).toBe(150)
    expect(columns['word']).toMatchObject({ type: 'single' })
    expect(columns['many']).toMatchObject({ type: 'multiple', words: 3 })
    rows.forEach((row, index) => {
      const { many, word, hours } = columns
      if (many?.type !== 'multiple' || word?.type !== 'single' || hours?.type !== 'numeric')
        throw new Error('other columns')
      expect(Array.from(many.bits.subarray(index * 3, index * 3 + 3))).toEqual(row.codes.slice(0, 3))
      expect(word.codes[index]).toBe(row.codes[3])
      expect([hours.states[index], hours.values[index]]).toEqual([row.codes[4], row.numbers[0]])
    })
  })

  it('of nobody has empty columns', () => {
    const { columns, rows: count } = toDataset(codebook(questionnaire), [])
    expect(count).toBe(0)
    expect(columns['word']).toEqual({ type: 'single', codes: new Int16Array() })
  })
})
