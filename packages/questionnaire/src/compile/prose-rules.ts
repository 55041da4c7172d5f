import { isLanguage } from './read-text.ts'

/** Tags of prose with what may stand directly in them; '' is the prose itself, `#text` its words. */
const INLINE = ['#text', 'br', 'strong', 'em', 'b', 'i', 'a'] as const
const LISTS = ['ul', 'ol'] as const

const CONTENT: Readonly<Record<string, readonly string[]>> = {
  '': [...INLINE, 'p', 'h2', 'h3', 'h4', ...LISTS],
  ...Object.fromEntries(['p', 'h2', 'h3', 'h4', 'strong', 'em', 'b', 'i', 'a'].map((tag) => [tag, INLINE])),
  ...Object.fromEntries(LISTS.map((tag) => [tag, ['li']])),
  li: [...INLINE, 'p', ...LISTS],
}

/** In words, for an author. */
export const ALLOWED_TAGS = 'p, br, strong, em, b, i, ul, ol, li, h2, h3, h4 and a'
export const ALLOWED_ATTRIBUTES = 'lang and dir, and href on a'
export const ALLOWED_ADDRESSES = 'addresses that begin with https:, mailto: or tel:, or with / on the same server'

/** What an author means by some tags beyond the profile. */
export const TAG_SYNONYMS: Readonly<Record<string, string>> = { div: 'p', h1: 'h2', h5: 'h4', h6: 'h4' }

/** Whether prose may have this tag at all. */
export function isProseTag(tag: string): boolean {
  return tag === 'br' || (tag !== '' && Object.hasOwn(CONTENT, tag))
}

/** Whether a tag, or `#text`, may stand directly in another. */
export function mayContain(outer: string, inner: string): boolean {
  return CONTENT[outer]?.includes(inner) === true
}

/** Whether a tag may have this attribute. */
export function isProseAttribute(tag: string, attribute: string): boolean {
  return attribute === 'href' ? tag === 'a' : tag !== 'br' && (attribute === 'lang' || attribute === 'dir')
}

/**
 * Whether an attribute may have this value. No value holds braces: what somebody answered must not make a link.
 * No address holds white space or a backslash: browsers read `/\t/elsewhere` as another server.
 */
export function isProseValue(attribute: string, value: string): boolean {
  if (/[{}<>"'`\\\p{Cc}\p{Cf}\p{White_Space}]/u.test(value) || value.length > 500) return false
  if (attribute === 'lang') return isLanguage(value)
  if (attribute === 'dir') return ['ltr', 'rtl', 'auto'].includes(value)
  return /^(?:https:\/\/[^/?#]|mailto:.|tel:.|\/(?!\/)|\/$)/u.test(value)
}
