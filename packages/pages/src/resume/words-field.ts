/** How many words somebody gets. */
export const WORDS_OF_A_DRAFT = 3

/** What a page carries from the moment on that its answers are kept under words. */
export interface CarriedWords {
  /** Names of the words, in their order. Whoever shows them looks whether they are words of ours. */
  readonly names: readonly string[]
  /** What was worked out of them, as 43 signs of base64url: it opens and seals the answers. */
  readonly key: string
}

const NAME = /^[a-z][a-z0-9-]{1,40}$/
const KEY = /^[\w-]{43}$/

/** @example wordsField({ names: ['cat', 'bread', 'sun'], key: 'q3…' }) // 'cat.bread.sun.q3…' */
export function wordsField({ names, key }: CarriedWords): string {
  return [...names, key].join('.')
}

/** Reads what a page carried; null for what no page of ours carries. */
export function readWordsField(field: string): CarriedWords | null {
  const parts = field.split('.')
  const [names, key = ''] = [parts.slice(0, WORDS_OF_A_DRAFT), parts[WORDS_OF_A_DRAFT]]
  const right = parts.length === WORDS_OF_A_DRAFT + 1 && KEY.test(key) && names.every((name) => NAME.test(name))
  return right ? { names, key } : null
}
