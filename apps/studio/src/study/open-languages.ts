import type { Finding } from '@klankbord/model'
import type { CheckedDefinition } from '../api/api-types.ts'

/**
 * The languages that people can choose: those that nobody has to release any more, and of which more is there than a
 * beginning.
 *
 * @example openLanguages({ languages: ['nl', 'pl'], reviews: [{ language: 'pl', promises: 3, … }], findings: [] }) // ['nl']
 */
export function openLanguages({
  languages,
  reviews,
  findings,
}: Pick<CheckedDefinition, 'languages' | 'reviews' | 'findings'>): readonly string[] {
  const shut = new Set([
    ...reviews.filter(({ promises }) => promises > 0).map(({ language }) => language),
    ...languagesBegun(findings),
  ])
  return languages.filter((language) => !shut.has(language))
}

/** The languages of which the translation was only begun, so that people are not offered them. */
function languagesBegun(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ code, details }) =>
    code === 'languageBarelyWritten' && 'language' in details ? [details.language] : [],
  )
}
