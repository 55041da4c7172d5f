import { localized } from '@klankbord/charts'
import { checkNumber } from './check-number.ts'
import type { ReportContent } from './report-content.ts'
import { formatDate } from './report-texts.ts'

/** How to refer to an edition of a publication: who, the year, what it is called, and which edition it is. */
export interface Citation {
  readonly by: string
  readonly title: string
  readonly rest: string
  /** Where it stays; null where it has no address that others can reach. */
  readonly address: string | null
}

/** The same for as long as the edition stands: it names its number, its day, and the digits that change with any figure. */
export function citationOf(content: ReportContent, address: string | null = null): Citation {
  const { publication, text, language, context } = content
  const { study, edition, publishedOn, hash } = publication
  return {
    by: `${study.organisation} (${publishedOn.slice(0, 4)}).`,
    title: `${localized(study.title, context)}.`,
    rest: text('citeRest', { edition, date: formatDate(publishedOn, language), hash: checkNumber(hash) }),
    address,
  }
}

/** A citation in one line, for a place without markup. */
export function citationText({ by, title, rest, address }: Citation): string {
  return [by, title, rest, ...(address === null ? [] : [address])].join(' ')
}
