import { computed, notComputed, problem, type NotComputed } from '@klankbord/model'
import {
  cohensKappa,
  krippendorffsAlpha,
  type CodeLevel,
  type CohensKappa,
  type Coding,
  type KrippendorffsAlpha,
} from '@klankbord/statistics'

/** What coders gave to each answer, as it was typed; empty where somebody gave nothing. */
export interface CoderTable {
  readonly coders: readonly string[]
  /** Per answer what each of them gave. */
  readonly answers: readonly (readonly string[])[]
}

/** How well coders agree. */
export interface CodersAgreement {
  readonly level: CodeLevel
  readonly coders: readonly string[]
  /** All codes that were given, in order. */
  readonly codes: readonly string[]
  readonly answers: number
  /** Of two coders; weighted by distance where codes have an order. */
  readonly kappa?: CohensKappa | NotComputed
  /** Of any number. */
  readonly alpha: KrippendorffsAlpha | NotComputed
}

/**
 * Cohen's kappa of two coders and Krippendorff's alpha of any number. With an order of codes kappa is weighted linearly;
 * where codes are numbers that count, quadratically. Not computed: `tooFewAnswers` with fewer than ten answers that two coded.
 *
 * @param order of the codes, for `ordinal`; by size unless told
 * @example codersAgreement({ coders: ['A', 'B'], answers: [['wait', 'wait'], ['wait', 'staff']] }, { level: 'nominal' }).codes // ['staff', 'wait']
 * @throws Problem `argumentOutOfRange` with fewer than two coders; `unknownCode` for a code that is not in the order;
 *   `codesNotNumbers` where codes must be numbers and are not
 */
export function codersAgreement(
  { coders, answers }: CoderTable,
  { level, order }: { readonly level: CodeLevel; readonly order?: readonly string[] | undefined },
): CodersAgreement {
  if (coders.length < 2)
    throw problem('argumentOutOfRange', { name: 'coders', value: coders.length, expected: 'at least 2' })
  const codes = order ?? orderOf([...new Set(answers.flat())].filter((code) => code !== ''))
  const numberOf = numbering(codes, level, order !== undefined)
  const codings = coders.map((_, coder): Coding =>
    answers.map((answer) => {
      const code = answer[coder] ?? ''
      return code === '' ? null : numberOf(code)
    }),
  )
  const [first, second] = codings
  const near = level === 'nominal' ? undefined : level === 'ordinal' ? ('linear' as const) : ('quadratic' as const)
  return {
    level,
    coders,
    codes,
    answers: answers.length,
    ...(coders.length === 2 &&
      first &&
      second && {
        kappa: ofEnough(
          cohensKappa(first, second, near === undefined ? {} : { near, codes: codes.map(numberOf) }),
          ({ n }) => n,
        ),
      }),
    alpha: ofEnough(krippendorffsAlpha(codings, { level }), ({ units }) => units),
  }
}

/** With fewer answers that two coded, a figure says more of these answers than of the coders. */
const LEAST_ANSWERS = 10

function ofEnough<Agreement extends CohensKappa | KrippendorffsAlpha>(
  found: Agreement | NotComputed,
  answersOf: (agreement: Agreement) => number,
): Agreement | NotComputed {
  if (!computed<Agreement>(found)) return found
  return answersOf(found) < LEAST_ANSWERS ? notComputed('tooFewAnswers') : found
}

/** Numbers by size, else words by the alphabet. */
function orderOf(codes: readonly string[]): readonly string[] {
  return codes.every(isNumber)
    ? codes.toSorted((a, b) => Number(a) - Number(b))
    : codes.toSorted((a, b) => (a < b ? -1 : 1))
}

function numbering(codes: readonly string[], level: CodeLevel, ordered: boolean): (code: string) => number {
  const needsNumbers = level === 'interval' || (level === 'ordinal' && !ordered)
  if (needsNumbers && !codes.every(isNumber)) throw problem('codesNotNumbers', { level })
  const places = new Map(codes.map((code, place) => [code, place]))
  return (code) => {
    const place = places.get(code)
    if (place === undefined) throw problem('unknownCode', { known: [...places.values()] })
    return level === 'interval' ? Number(code) : place
  }
}

const isNumber = (code: string): boolean => code.trim() !== '' && Number.isFinite(Number(code))
