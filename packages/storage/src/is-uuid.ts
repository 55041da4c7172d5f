const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * Whether a text is a UUID in its one lower-case form, as every id here is written. Asking PostgreSQL for a text that
 * is none would be an error.
 *
 * @example isUuid('00000000-0000-8000-8000-000000000000') // true
 */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
