import type { LanguageCode, PublicationTombstone, WithdrawnPublication } from '@klankbord/model'
import type { LaterEdition } from './later-edition.ts'
import { formatDate, reportTexts } from './report-texts.ts'
import { tombstoneWords } from './tombstone-words.ts'
import { withdrawnWords } from './withdrawn-words.ts'

/**
 * What stands at the address of a table of a withdrawn publication: what the page says, as plain text, so that no program takes
 * it for a page or a table.
 */
export function withdrawnText(
  withdrawn: WithdrawnPublication,
  later: LaterEdition | null,
  language: LanguageCode,
): string {
  const { title, happened, why, use } = withdrawnWords(withdrawn, language)
  const next = later && [
    reportTexts(language)('laterEdition', {
      edition: later.edition,
      date: formatDate(later.publishedOn, language),
    }),
    later.address,
  ]
  return linesOf([title, happened, why, withdrawn.words, use, ...(next ?? [])])
}

/** What stands at the address of a table of a publication whose term is over, as plain text. */
export function tombstoneText(tombstone: PublicationTombstone, language: LanguageCode): string {
  const { title, happened, copy } = tombstoneWords(tombstone, language)
  return linesOf([title, happened, copy, tombstone.hash])
}

function linesOf(lines: readonly (string | null)[]): string {
  return lines.flatMap((line) => (line === null ? [] : [`${line}\n`])).join('')
}
