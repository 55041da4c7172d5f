import type { Finding } from '@klankbord/model'
import type { DefinitionFile } from './definition-file.ts'
import { say } from './say.ts'

/** How many places are named of the texts that a language lacks; of the others only their number is told. */
const MOST_NAMED = 3

/** Findings in lines, and how many there are; what a translator does at once counts as one for each language. */
export interface ToldFindings {
  readonly lines: readonly string[]
  readonly faults: number
  readonly hints: number
}

/** Puts findings in lines, faults first and missing translations last, summed per language. */
export function toldFindings(
  findings: readonly Finding[],
  { tell, where }: Pick<DefinitionFile, 'tell' | 'where'>,
): ToldFindings {
  const faults = findings.filter(({ severity }) => severity === 'block')
  const hints = findings.filter((one) => one.severity === 'hint' && lacking(one) === null)
  const languages = [...new Set(findings.flatMap((one) => lacking(one) ?? []))]
  const untranslated = languages.map((language) => {
    const missing = findings.filter((one) => lacking(one) === language)
    const places = missing
      .slice(0, MOST_NAMED)
      .map((one) => where(one))
      .join('; ')
    return say('untranslated', {
      language,
      texts: missing.length,
      places,
      more: Math.max(missing.length - MOST_NAMED, 0),
    })
  })
  return {
    lines: [...[...faults, ...hints].map((one) => tell(one)), ...untranslated],
    faults: faults.length,
    hints: hints.length + languages.length,
  }
}

/** The language that a text lacks. */
function lacking({ code, details }: Finding): string | null {
  return code === 'missingTranslation' && 'language' in details ? details.language : null
}
