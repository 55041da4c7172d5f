import { count, type FoundNumber, type NumberReading } from './number-reading.ts'
import type { NumberWords } from './number-words.ts'

/** A number that stands by itself in plain text, or part of one. */
export interface Atom {
  readonly start: number
  readonly end: number
  readonly readings: readonly NumberReading[]
  readonly form?: FoundNumber['form']
  /** In digits. */
  readonly digits?: boolean
  readonly cardinal?: number
  readonly scale?: number
  readonly denominator?: number
  /** An article that is a number only as part of one: "een kwart", "a dozen". */
  readonly article?: boolean
}

/** Puts together what is one number: "a hundred and twelve", "3 van de 4", "twaalf procent". Articles alone are left out. */
export function mergeAtoms(text: string, atoms: readonly Atom[], words: NumberWords | null): readonly Atom[] {
  const spoken =
    words === null ? atoms : merged(atoms, (a, b) => spokenTogether(a, b, text.slice(a.end, b.start), words))
  const ratios = words === null ? spoken : merged(spoken, (a, b) => ratioOf(a, b, text.slice(a.end, b.start), words))
  return ratios.filter((atom) => atom.article !== true).map((atom) => withPercent(atom, text.slice(atom.end), words))
}

function merged(atoms: readonly Atom[], together: (a: Atom, b: Atom) => Atom | null): readonly Atom[] {
  const done: Atom[] = []
  for (const atom of atoms) {
    const last = done.at(-1)
    const one = last && together(last, atom)
    if (one) done.splice(-1, 1, one)
    else done.push(atom)
  }
  return done
}

function spokenTogether(a: Atom, b: Atom, gap: string, words: NumberWords): Atom | null {
  const near = /^[ -]?$/.test(gap)
  const joined = near || words.and.test(gap.trim().replaceAll('-', ''))
  if (!joined || b.digits === true || b.article === true || b.form !== undefined || a.form !== undefined) return null
  const place = { start: a.start, end: b.end }
  const value = a.cardinal ?? (a.digits === true ? valueOf(a) : null)
  if (near && value !== null && b.scale !== undefined) return cardinal(place, value * b.scale)
  if (near && value !== null && b.denominator !== undefined && b.denominator > 2) {
    return { ...place, readings: [{ kind: 'ratio', part: value, whole: b.denominator }] }
  }
  if (a.article === true) return near && b.cardinal === undefined ? { ...b, ...place } : null
  if (a.digits === true || a.cardinal === undefined || b.cardinal === undefined) return null
  const sum = sumOf(a.cardinal, b.cardinal, near)
  return sum === null ? null : cardinal(place, sum)
}

/** "Honderd twaalf" and "twenty three" are sums; so are "hundred and twelve" and, in Dutch, "drie en twintig". */
function sumOf(first: number, second: number, near: boolean): number | null {
  if (second === 0) return null
  const fits = (size: number): boolean => first >= size && first % size === 0 && second < size
  if (fits(1_000_000) || fits(1000) || fits(100)) return first + second
  if (near && first >= 20 && first < 100 && first % 10 === 0 && second < 10) return first + second
  const turned = !near && first < 10 && second >= 20 && second < 100 && second % 10 === 0
  return turned ? first + second : null
}

function cardinal(place: { readonly start: number; readonly end: number }, value: number): Atom {
  return { ...place, readings: [count(value)], cardinal: value }
}

function ratioOf(a: Atom, b: Atom, gap: string, words: NumberWords): Atom | null {
  const [part, whole] = [valueOf(a), valueOf(b)]
  if (part === null || whole === null || whole < part || whole < 2 || !words.connector.test(gap)) return null
  // "12 in 2026" is no ratio.
  const open = /^ ?(?:in|op|uit) $/.test(gap)
  if (open && whole > 20 && !/^10+$/.test(String(whole))) return null
  return { start: a.start, end: b.end, readings: [{ kind: 'ratio', part, whole }] }
}

/** The one whole number that it says. */
function valueOf({ readings }: Atom): number | null {
  const [first, ...others] = readings
  return first?.kind === 'count' && first.decimals === 0 && others.length === 0 ? first.value : null
}

function withPercent(atom: Atom, rest: string, words: NumberWords | null): Atom {
  const percent = (words?.percent ?? /^ ?[%٪]/).exec(rest)
  const mille = (words?.perMille ?? /^ ?‰/).exec(rest)
  const sign = percent ?? mille
  if (sign === null) return atom
  const readings = atom.readings.flatMap((reading): readonly NumberReading[] => {
    if (reading.kind !== 'count') return []
    const { value, decimals } = reading
    return [
      percent ? { kind: 'percent', value, decimals } : { kind: 'percent', value: value / 10, decimals: decimals + 1 },
    ]
  })
  return { start: atom.start, end: atom.end + sign[0].length, readings }
}
