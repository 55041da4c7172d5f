/** What is counted apart from all other requests of an address. */
export type LimitPurpose =
  'signIn' | 'secondFactor' | 'draft' | 'words' | 'submission' | 'withdrawal' | 'formRequest' | 'export'

/** So many in so many seconds. */
export interface Allowance {
  readonly requests: number
  readonly seconds: number
}

const QUARTER = 15 * 60

/** Requests that one address may make in a minute where nobody set another number. */
export const USUAL_PER_MINUTE = 3000

/**
 * What one address may do, where it may make 3000 requests in a minute; who sets another number gets all of them in
 * proportion. Forty people in one shelter, or in one office, share an address: each number is what forty of them need who
 * are quick and make mistakes, and some more. Guessing access codes is counted by `code-limits.ts`, in other ways.
 */
export const REQUEST_LIMITS: Readonly<Record<LimitPurpose | 'general', Allowance>> = {
  general: { requests: USUAL_PER_MINUTE, seconds: 60 },
  /** Five tries each. What is tried on one account is held back by locking it. */
  signIn: { requests: 200, seconds: QUARTER },
  secondFactor: { requests: 200, seconds: QUARTER },
  /** A page of answers or a saved answer every two seconds. */
  draft: { requests: 1500, seconds: 60 },
  /** Making words is slow on purpose. A minute in which each of them stops three times. */
  words: { requests: 120, seconds: 60 },
  /** All of them at once, and again whenever a line breaks. */
  submission: { requests: 600, seconds: 60 },
  /** Five slips each in a code of twelve signs that nobody guesses. */
  withdrawal: { requests: 200, seconds: QUARTER },
  /** Each asks for three other forms. */
  formRequest: { requests: 120, seconds: QUARTER },
  export: { requests: 300, seconds: QUARTER },
}
