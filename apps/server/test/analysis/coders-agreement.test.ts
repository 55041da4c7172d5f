import { expect, it } from 'vitest'
import { codersAgreement } from '../../src/analysis/coders-agreement.ts'

/** Four observers and twelve units of Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example C. */
const KRIPPENDORFF = {
  coders: ['A', 'B', 'C', 'D'],
  answers: [
    ['1', '1', '', '1'],
    ['2', '2', '3', '2'],
    ['3', '3', '3', '3'],
    ['3', '3', '3', '3'],
    ['2', '2', '2', '2'],
    ['1', '2', '3', '4'],
    ['4', '4', '4', '4'],
    ['1', '1', '2', '1'],
    ['2', '2', '2', '2'],
    ['', '5', '5', '5'],
    ['', '', '1', '1'],
    ['', '', '3', ''],
  ],
}

const rounded = (figure: unknown): number => Math.round(Number(figure) * 1000) / 1000

it.each([
  ['nominal', 0.743],
  ['ordinal', 0.815],
  ['interval', 0.849],
] as const)('finds for several coders the alpha that Krippendorff printed for codes that are %s', (level, alpha) => {
  const found = codersAgreement(KRIPPENDORFF, { level })
  expect(found.alpha).toMatchObject({ units: 11, codings: 40 })
  expect(rounded(Reflect.get(found.alpha, 'alpha'))).toBe(alpha)
  expect(found.kappa).toBeUndefined()
})

const pairs = (one: string, other: string, count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, () => [one, other])

it('finds for two coders the kappa of a table that is worked out by hand', () => {
  // Both say waiting 20 times, both staff 15 times: 0.7 seen, 0.5 by chance.
  const answers = [
    ...pairs('waiting', 'waiting', 20),
    ...pairs('waiting', 'staff', 5),
    ...pairs('staff', 'waiting', 10),
    ...pairs('staff', 'staff', 15),
    ...pairs('staff', '', 3),
  ]
  const { kappa, codes, answers: all } = codersAgreement({ coders: ['Bo', 'Ali'], answers }, { level: 'nominal' })
  expect({ codes, all }).toEqual({ codes: ['staff', 'waiting'], all: 53 })
  expect(kappa).toMatchObject({ n: 50 })
  const figure = (name: string): unknown => Reflect.get(kappa ?? {}, name)
  expect(figure('observed')).toBeCloseTo(0.7, 12)
  expect(figure('expected')).toBeCloseTo(0.5, 12)
  expect(figure('kappa')).toBeCloseTo(0.4, 12)
})

it('counts a step of the order that somebody gave, so that near codes agree more', () => {
  const answers = [...pairs('low', 'middle', 6), ...pairs('high', 'high', 6), ...pairs('low', 'low', 6)]
  const table = { coders: ['Bo', 'Ali'], answers }
  const named = codersAgreement(table, { level: 'nominal' })
  const ordered = codersAgreement(table, { level: 'ordinal', order: ['low', 'middle', 'high'] })
  expect(ordered.codes).toEqual(['low', 'middle', 'high'])
  expect(Reflect.get(ordered.kappa ?? {}, 'kappa')).toBeGreaterThan(Number(Reflect.get(named.kappa ?? {}, 'kappa')))
})

it('says why there is no figure: nobody coded the same answer, or all gave one code', () => {
  const apart = codersAgreement(
    {
      coders: ['Bo', 'Ali'],
      answers: [
        ['1', ''],
        ['', '2'],
      ],
    },
    { level: 'nominal' },
  )
  expect(apart).toMatchObject({ kappa: { notComputed: 'noAnswers' }, alpha: { notComputed: 'noAnswers' } })
  const alike = codersAgreement({ coders: ['Bo', 'Ali'], answers: pairs('1', '1', 4) }, { level: 'nominal' })
  expect(alike).toMatchObject({ kappa: { notComputed: 'noSpread' }, alpha: { notComputed: 'noSpread' } })
})

it('concludes nothing from fewer than ten answers that two coded, however many one of them coded', () => {
  const nine = [...pairs('1', '1', 5), ...pairs('1', '2', 4), ...pairs('2', '', 30)]
  const of = (answers: readonly (readonly string[])[]) =>
    codersAgreement({ coders: ['Bo', 'Ali'], answers }, { level: 'nominal' })
  const tooFew = { notComputed: 'tooFewAnswers' }
  expect(of(nine)).toMatchObject({ kappa: tooFew, alpha: tooFew })
  expect(of(pairs('1', '2', 1))).toMatchObject({ kappa: tooFew, alpha: tooFew })
  expect(of([...nine, ['2', '2']])).toMatchObject({ kappa: { n: 10 }, alpha: { units: 10 } })
})

it('refuses one coder alone, words where numbers must count, and a code that is not in the order', () => {
  expect(() => codersAgreement({ coders: ['Bo'], answers: [['1']] }, { level: 'nominal' })).toThrow('at least 2')
  const words = { coders: ['Bo', 'Ali'], answers: [['a', 'b']] }
  expect(() => codersAgreement(words, { level: 'interval' })).toThrow('the codes are not all numbers')
  expect(() => codersAgreement(words, { level: 'ordinal' })).toThrow('the codes are not all numbers')
  expect(() => codersAgreement(words, { level: 'ordinal', order: ['a'] })).toThrow('unknown code')
})
