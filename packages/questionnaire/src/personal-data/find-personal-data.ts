import { emails } from './emails.ts'
import { likelyNames } from './likely-names.ts'
import { numbersIn } from './numbers-in.ts'
import type { PersonalDataKind, PersonalDatum, Span } from './personal-datum.ts'

/**
 * Where a text seems to hold personal data: citizen service numbers (BSN), e-mail addresses, telephone numbers, IBANs
 * and likely names, in the order of the text. An address that holds a number or a name is found as both. An indication for whoever redacts it, in no language in particular: what
 * it misses may still be personal, and a likely name may be none. `docs/personal-data.md` says how often it is right.
 *
 * Takes time in proportion to the length of the text, whatever stands in it.
 *
 * @example findPersonalData('Bel mevrouw Jansen') // [{ kind: 'name', start: 12, end: 18 }]
 */
export function findPersonalData(text: string): readonly PersonalDatum[] {
  const { citizen, account, phone } = numbersIn(text)
  const found = [
    ...as('bsn', citizen),
    ...as('iban', account),
    ...as('phone', phone),
    ...as('email', emails(text)),
    ...as('name', likelyNames(text)),
  ]
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

function as(kind: PersonalDataKind, spans: readonly Span[]): readonly PersonalDatum[] {
  return spans.map(({ start, end }) => ({ kind, start, end }))
}
