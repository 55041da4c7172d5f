type Values = Readonly<Record<string, string | number>>

/** Gives the text of a key, filled with values. */
export type Translate<Key extends string = string> = (key: Key, values?: Values) => string

/**
 * A translator over message catalogues, of as much of ICU MessageFormat as ours use: `{name}`, and `plural` and
 * `selectordinal` with `#`.
 */
export function translator<Key extends string>(
  catalogues: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>,
  language: string,
): Translate<Key> {
  return (key, values = {}) => {
    const text = catalogues[language]?.[key]
    if (text === undefined) throw new TypeError(`no text: ${key}`)
    return filled(text, values, language)
  }
}

/** Puts values in their places, from the outside in. */
function filled(text: string, values: Values, language: string, hash = '#'): string {
  let told = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '#') told += hash
    else if (sign !== '{') told += sign
    else {
      const end = endOf(text, at)
      told += valueOf(text.slice(at + 1, end), values, language)
      at = end
    }
  }
  return told
}

function valueOf(place: string, values: Values, language: string): string {
  const [, name = '', kind, choices = ''] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*,([^]*))?$/.exec(place) ?? []
  const value = values[name]
  if (value === undefined) throw new TypeError(`no value: ${name}`)
  if (kind === undefined) return String(value)
  const rules = new Intl.PluralRules(language, { type: kind === 'selectordinal' ? 'ordinal' : 'cardinal' })
  const chosen = choiceOf(choices, rules.select(Number(value))) ?? choiceOf(choices, 'other') ?? ''
  return filled(chosen, values, language, new Intl.NumberFormat(language).format(Number(value)))
}

/** The text behind a form: `one {# day} other {# days}`. */
function choiceOf(choices: string, form: string): string | null {
  for (let at = 0; ;) {
    const open = choices.indexOf('{', at)
    if (open < 0) return null
    const end = endOf(choices, open)
    if (choices.slice(at, open).trim() === form) return choices.slice(open + 1, end)
    at = end + 1
  }
}

/** Where the brace that opens here closes. */
function endOf(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  return text.length
}
