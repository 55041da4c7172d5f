import type { Finding } from '@klankbord/model'

/** The texts that a language lacks. */
export interface Untranslated {
  readonly language: string
  readonly texts: number
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
 * @example missingTranslations(findings).untranslated // [{ language: 'pl', texts: 8, first }]
 */
export function missingTranslations(findings: readonly Finding[]): SortedFindings {
  const byLanguage = new Map<string, Untranslated>()
  const others = findings.filter((finding) => {
    const language = languageOf(finding)
    if (language === null) return true
    const known = byLanguage.get(language) ?? { language, texts: 0, first: finding }
    byLanguage.set(language, { ...known, texts: known.texts + 1 })
    return false
  })
  return { others, untranslated: [...byLanguage.values()] }
}

function languageOf({ code, details }: Finding): string | null {
  const told: Readonly<Record<string, unknown>> = { ...details }
  return code === 'missingTranslation' && typeof told['language'] === 'string' ? told['language'] : null
}
