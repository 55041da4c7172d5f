/**
 * HTML that is safe to send as it stands. Only `html` makes it, so text from authors and respondents
 * cannot pass for markup: a plain object of the same shape is not an instance.
 */
export class Html {
  declare readonly source: string

  constructor(source: string) {
    this.source = source
  }

  toString(): string {
    return this.source
  }
}

/** What may stand in a template. `false`, `null` and `undefined` leave nothing; lists are joined without commas. */
export type Content = Html | string | number | false | null | undefined | readonly Content[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser turns a bare carriage return into a line feed; as a reference it survives.
  '\r': '&#13;',
}

/** Text as it may stand between tags and inside quoted attributes. @example escapeText('a<b') // 'a&lt;b' */
export function escapeText(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => ENTITIES[character] ?? character)
}

/**
 * A template whose values are escaped. Values may stand between tags and inside quoted attributes,
 * never in a tag name, an unquoted attribute, a `style` or a `script`.
 *
 * @example html`<p title="${'"'}">${'<b>'}</p>`.source // '<p title="&quot;">&lt;b&gt;</p>'
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(unindented(strings).reduce((source, string, index) => source + sourceOf(values[index - 1]) + string))
}

const templates = new WeakMap<TemplateStringsArray, readonly string[]>()

/** The indentation of the source file is of no use to a phone. */
function unindented(strings: TemplateStringsArray): readonly string[] {
  const known = templates.get(strings) ?? strings.map((string) => string.replace(/\n\s+/g, '\n'))
  templates.set(strings, known)
  return known
}

function sourceOf(content: Content): string {
  if (content instanceof Html) return content.source
  if (typeof content === 'string') return escapeText(content)
  if (typeof content === 'number') return String(content)
  if (Array.isArray(content)) return content.map(sourceOf).join('')
  return ''
}
