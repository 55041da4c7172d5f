/**
 * An expression as SurveyJS writes it, from the ways in which people write one by ear: "en" for `and`, a decimal comma,
 * curly quotation marks, ≤, `is empty`, a name without braces, `3 < {age} < 6`. Gives any other text as it is; whether
 * the result means something is for whoever binds it.
 *
 * @param isName whether a word is the name of something that can be used
 * @example repairExpression('{age} ≥ 5,5 en {moved} is not empty', isName) // '{age} >= 5.5 and {moved} notempty'
 */
export function repairExpression(text: string, isName: (word: string) => boolean): string {
  const straight = text.replaceAll(/[‘’‚‛“”„‟«»]/g, "'").replaceAll('\u00A0', ' ')
  const braced = straight.replaceAll(/\[\s*([a-z]\w*)\s*\]/g, (list: string, word: string) =>
    isName(word) ? `{${word}}` : list,
  )
  let result = ''
  let from = 0
  for (const kept of braced.matchAll(KEPT)) {
    result += respelt(braced.slice(from, kept.index), isName) + kept[0]
    from = kept.index + kept[0].length
  }
  result += respelt(braced.slice(from), isName)
  return result.replaceAll(CHAIN, unchained)
}

/** Words in quotation marks, names between braces and lists stay as they are. */
const KEPT = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\{[^{}]*\}|\[[^[\]]*\]/g

function respelt(between: string, isName: (word: string) => boolean): string {
  const words = between.replaceAll(/(?<![\w.])[a-z]\w*(?![\w.]|\s*\()/g, (word) => (isName(word) ? `{${word}}` : word))
  return SPELLINGS.reduce((text, [written, meant]) => text.replaceAll(written, meant), words)
}

/** In this order: what is longer comes first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/!==/g, '!='],
  [/={3}/g, '='],
  [/[≤⩽]/g, '<='],
  [/[≥⩾]/g, '>='],
  [/≠/g, '!='],
  [/×/g, '*'],
  [/÷/g, '/'],
  [/[−–]/g, '-'],
  [/;/g, ','],
  [/(?<=[<>=+\-*/^%]\s*\d+),(?=\d)/g, '.'],
  [/(?<!&)&(?!&)|\ben\b/gi, 'and'],
  [/(?<!\|)\|(?!\|)|\bof\b/gi, 'or'],
  [/\bis\s*(?:not|niet)\s*(?:empty|leeg)\b/gi, 'notempty'],
  [/\bis\s*(?:empty|leeg)\b/gi, 'empty'],
  [/\bis\s+(?:not|niet)\b/gi, '!='],
  [/\bis\b/gi, '='],
  [/\bin\s*$/gi, 'anyof '],
  [/\b(?:not|niet)\s*(?=\(|$)/gi, '!'],
]

const SIDE = String.raw`-?\d+(?:\.\d+)?|\{[^{}]+\}`
const CHAIN = new RegExp(
  String.raw`(?<=^\s*|\(\s*|\b(?:and|or)\s+)(${SIDE})\s*([<>]=?)\s*(\{[^{}]+\})\s*([<>]=?)\s*(${SIDE})(?=\s*$|\s*\)|\s+(?:and|or)\b)`,
  'g',
)

function unchained(_: string, low: string, first: string, middle: string, second: string, high: string): string {
  const turned = first.startsWith('<') ? first.replace('<', '>') : first.replace('>', '<')
  return `${middle} ${turned} ${low} and ${middle} ${second} ${high}`
}
