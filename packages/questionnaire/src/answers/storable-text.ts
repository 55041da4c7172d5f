/**
 * Whether a text can be kept by PostgreSQL and written as UTF-8 without a change: it holds no NUL and
 * no half of a surrogate pair.
 */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !/[\ud800-\udfff]/u.test(text)
}
