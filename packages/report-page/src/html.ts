import { escapeMarkup } from '@klankbord/charts'

/** Markup that is safe to put in a page: made by `html`, or declared so with `markup`. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What can stand in a template. Texts and numbers are escaped; lists are joined; null, undefined and false are empty. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[]

/**
 * A template whose values are escaped unless they are markup themselves. Its own indentation is left out.
 *
 * @example html`<p>${'<b>'}</p>`.text // '<p>&lt;b&gt;</p>'
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(parts.map((part, index) => part.replaceAll(/\n\s*/g, '\n') + textOf(values[index])).join(''))
}

/** Declares a text as markup. Only for texts that this project wrote: SVG of charts, its style. */
export function markup(text: string): Html {
  return new Html(text)
}

function textOf(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map(textOf).join('')
  return escapeMarkup(String(value))
}
