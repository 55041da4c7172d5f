import type { LanguageCode, Publication } from '@klankbord/model'
import { isExempt } from './exempt-texts.ts'

/** A string that somebody may have typed, and where. */
export interface FreeText {
  readonly field: string
  readonly language: LanguageCode
  readonly text: string
}

/** Wholes that no string stands in that anybody typed, and that are large. */
const CLOSED = /^tables\/\d+\/groups\/\d+\/cells$/

/**
 * Every string in a publication that is not exempt, whatever its field: one that is added later is searched too. A key that
 * is one of its languages says in what language the text is.
 */
export function freeTexts(content: Omit<Publication, 'hash'>): readonly FreeText[] {
  const languages = new Set(['nl', 'en', content.language, ...content.languages])
  const found: FreeText[] = []
  const walk = (value: unknown, field: string, language: LanguageCode): void => {
    if (typeof value === 'string') {
      if (!isExempt(field)) found.push({ field, language, text: value })
    } else if (value !== null && typeof value === 'object' && !CLOSED.test(field)) {
      for (const [key, one] of Object.entries(value)) {
        const inside = languages.has(key) && !Array.isArray(value)
        walk(one, field === '' ? key : `${field}/${key}`, inside ? key : language)
      }
    }
  }
  walk(content, '', content.language)
  return found
}
