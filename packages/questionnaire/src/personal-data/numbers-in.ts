import { namedCitizenNumbers, otherCitizenNumbers } from './citizen-numbers.ts'
import { hasNumber } from './digit-runs.ts'
import { ibans } from './ibans.ts'
import { inOrder } from './in-order.ts'
import type { Span } from './personal-datum.ts'
import { phones } from './phones.ts'

/** The numbers of people in a text; none overlaps one of another kind. */
export interface Numbers {
  readonly citizen: readonly Span[]
  readonly account: readonly Span[]
  readonly phone: readonly Span[]
}

/** Finds what the text itself calls a BSN, then accounts and telephone numbers, then what else can be a BSN. */
export function numbersIn(text: string): Numbers {
  // Most texts hold too few digits for a number of somebody; an account may be spelled with letters.
  if (!hasNumber(text)) return { citizen: [], account: ibans(text), phone: [] }
  const named = namedCitizenNumbers(text)
  const rest = without(text, named)
  const account = ibans(rest)
  const phone = phones(without(rest, account))
  const citizen = [...named, ...otherCitizenNumbers(rest, inOrder([...account, ...phone]))]
  return { citizen: inOrder(citizen), account, phone }
}

/** The text with something else in these places, as long, so that all the rest stays where it was. */
function without(text: string, spans: readonly Span[]): string {
  return spans.length === 0 ? text : replaced(text, spans, ({ start, end }) => `[${'#'.repeat(end - start - 2)}]`)
}

/** The text with other words in these places, which stand in their order and apart from each other. */
export function replaced(text: string, spans: readonly Span[], words: (span: Span) => string): string {
  const pieces = spans.map((span, index) => `${text.slice(spans[index - 1]?.end ?? 0, span.start)}${words(span)}`)
  return [...pieces, text.slice(spans.at(-1)?.end ?? 0)].join('')
}
