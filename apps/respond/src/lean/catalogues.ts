import type { LanguageCode } from '@klankbord/model'

/** Languages without texts of their own are spoken to in this one. */
export const SOURCE: LanguageCode = 'nl'

/** The interface texts that came with the page, in the language that they came in. */
export const CATALOGUES: Record<LanguageCode, Readonly<Record<string, string>>> = {}
