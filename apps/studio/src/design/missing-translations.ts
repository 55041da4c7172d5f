import type { Finding } from '@klankbord/model'
import type { CheckedDefinition } from '../api/api-types.ts'
import { openLanguages } from '../study/open-languages.ts'

/** The texts that a language lacks. */
export interface Untranslated {
  readonly language: string
  readonly texts: number
  /** Names of the questions and other parts that they belong to, each once. */
  readonly elements: readonly string[]
  /** The finding at the first of them. */
  readonly first: Finding
}

/** Findings as somebody solves them: what a translator does at once is told once for each language. */
export interface SortedFindings {
  readonly others: readonly Finding[]
  readonly untranslated: readonly Untranslated[]
}

/**
 * Sets missing translations apart, because a sentence that is new in one language is missing in all others.
 *
 * @example missingTranslations(findings).untranslated // [{ language: 'pl', texts: 8, elements: ['q1'], first }]
 */
export function missingTranslations(findings: readonly Finding[]): SortedFindings {
  const byLanguage = new Map<string, Untranslated>()
  const others = findings.filter((finding) => {
    const lacking = lackingIn(finding)
    if (lacking === null) return true
    const { language, element } = lacking
    const known = byLanguage.get(language) ?? { language, texts: 0, elements: [], first: finding }
    const elements = known.elements.includes(element) ? known.elements : [...known.elements, element]
    byLanguage.set(language, { ...known, texts: known.texts + 1, elements })
    return false
  })
  return { others, untranslated: [...byLanguage.values()] }
}

/**
 * What people who choose an offered language would read in another one.
 *
 * @example untranslatedOffered(study) // [{ language: 'en', texts: 3, elements: ['t2'], first }]
 */
export function untranslatedOffered({
  findings,
  languages,
  reviews,
}: Pick<CheckedDefinition, 'findings' | 'languages' | 'reviews'>): readonly Untranslated[] {
  const open = openLanguages({ findings, languages, reviews })
  return missingTranslations(findings).untranslated.filter(({ language }) => open.includes(language))
}

function lackingIn({ code, details }: Finding): { readonly language: string; readonly element: string } | null {
  const { language, element }: Readonly<Record<string, unknown>> = { ...details }
  if (code !== 'missingTranslation' || typeof language !== 'string') return null
  return { language, element: typeof element === 'string' ? element : '' }
}
