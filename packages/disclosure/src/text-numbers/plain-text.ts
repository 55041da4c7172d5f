/** A text in plain lower-case letters and digits, and for each of its characters where it stood. */
export interface PlainText {
  readonly text: string
  /** Of each UTF-16 unit of `text`: from where to where it stood in the original. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** What else its sign was: an e with an acute makes one of the Dutch article, capitals and number signs a Roman number. */
  readonly kinds: readonly ('acute' | 'capital' | 'numeral' | 'plain')[]
}

/** Stands for a sign that is a number in some writing, of which nothing more is known here. */
export const NUMBER_SIGN = '#'

/** Signs that are numbers though Unicode does not call them so. */
const SIGNS: Readonly<Record<string, string>> = { '🔟': '10', '💯': '100' }

/** Nothing is seen of these, or they only dress up what is before them. */
const UNSEEN = /[\p{Cf}\p{M}\u115F\u1160\u3164\uFFA0\u2800]/u
const HAN_NUMERAL = /[〇零一二三四五六七八九十百千万億亿两兩壹贰叁肆伍陆柒捌玖拾]/u

/**
 * Reads a text as people see it: digits of every script become 0 to 9, full-width, circled and raised signs the plain ones,
 * fractions two numbers around ⁄, Roman numeral signs letters; what cannot be seen between digits or letters is left out.
 *
 * @example plainText('１\u200D２ ½').text // '12 1⁄2'
 */
export function plainText(original: string): PlainText {
  let text = ''
  const from: number[] = []
  const to: number[] = []
  const kinds: PlainText['kinds'][number][] = []
  let at = 0
  for (const sign of original.normalize('NFC')) {
    const end = at + sign.length
    for (const unit of plainSign(sign)) {
      text += unit
      from.push(at)
      to.push(end)
      kinds.push(kindOf(sign))
    }
    at = end
  }
  return { text, from, to, kinds }
}

function kindOf(sign: string): PlainText['kinds'][number] {
  if (sign === 'é' || sign === 'É') return 'acute'
  if (/\p{Nl}/u.test(sign)) return 'numeral'
  return /\p{Lu}/u.test(sign) ? 'capital' : 'plain'
}

function plainSign(sign: string): string {
  const known = SIGNS[sign]
  if (known !== undefined) return known
  if (UNSEEN.test(sign)) return ''
  if (/\s/u.test(sign)) return ' '
  if (/\p{Nd}/u.test(sign)) return String(digitOf(sign.codePointAt(0) ?? 0))
  if (HAN_NUMERAL.test(sign)) return NUMBER_SIGN
  const plain = sign
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
  // A raised or circled sign starts a number of its own: 5² is not 52.
  if (/\p{N}/u.test(sign)) return /[0-9ivxlcdm]/.test(plain) ? ` ${plain} ` : NUMBER_SIGN
  return plain
}

/** Digits stand in rows of ten, which begin on a multiple of 16 or six after one; those for mathematics run on. */
function digitOf(code: number): number {
  const plain = String.fromCodePoint(code).normalize('NFKC')
  if (/^[0-9]$/.test(plain)) return Number(plain)
  const row = code & ~0xf
  return /\p{Nd}/u.test(String.fromCodePoint(row)) ? code - row : code - row - 6
}
