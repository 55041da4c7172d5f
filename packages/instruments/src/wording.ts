import type { LocalizedText } from '@klankbord/model'

/** The texts of one instrument in one language, by their key. */
export type Texts<Key extends string> = Readonly<Record<Key, string>>

/** Gives a text in all its languages. */
export type Wording<Key extends string> = (key: Key) => LocalizedText

/** The texts of one instrument. Dutch is the source language. */
export interface Catalogue<Key extends string> {
  readonly nl: Texts<Key>
  readonly en: Texts<Key>
}

/**
 * Looks texts up by their key.
 *
 * @example wordingFrom({ nl: { yes: 'Ja' }, en: { yes: 'Yes' } })('yes') // { nl: 'Ja', en: 'Yes' }
 */
export function wordingFrom<Key extends string>({ nl, en }: Catalogue<Key>): Wording<Key> {
  return (key) => ({ nl: nl[key], en: en[key] })
}
