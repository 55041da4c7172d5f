import type { LanguageCode } from './language.ts'

/**
 * What a contact was given for. `invitation`: to be asked to take part. `again`: asked to be contacted again. `results`:
 * wants to know what came of it.
 */
export type ContactPurpose = 'invitation' | 'again' | 'results'

export const CONTACT_PURPOSES: readonly ContactPurpose[] = ['invitation', 'again', 'results']

/** How somebody wants to be reached. */
export type ContactRoute = 'letter' | 'email' | 'phone' | 'text'

export const CONTACT_ROUTES: readonly ContactRoute[] = ['letter', 'email', 'phone', 'text']

/** Who somebody is and how to reach them. It stands apart from answers and codes, and nothing leads from one to the other. */
export interface Contact {
  readonly name: string
  /** Lines of the postal address, as they stand on an envelope. */
  readonly address: readonly string[]
  readonly email: string | null
  readonly phone: string | null
  readonly language: LanguageCode | null
  readonly reachBy: ContactRoute | null
  /** Which text this person agreed to, by its version: "2026-03". Null: for a purpose that needs no consent. */
  readonly consent: string | null
}
