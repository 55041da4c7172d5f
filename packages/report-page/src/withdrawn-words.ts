import { localize, type LanguageCode, type WithdrawnPublication } from '@klankbord/model'
import { formatDate, reportTexts } from './report-texts.ts'

/** What is told of a withdrawn publication, in sentences. */
export interface WithdrawnWords {
  readonly title: string
  /** What was there, and when it was withdrawn. */
  readonly happened: string
  /** Null where the authors say it in words of their own, or nobody said why. */
  readonly why: string | null
  readonly use: string
}

/** The sentences of the page and of the answer at the addresses of the data. A language without a catalogue gets Dutch words. */
export function withdrawnWords(withdrawn: WithdrawnPublication, language: LanguageCode): WithdrawnWords {
  const text = reportTexts(language)
  const { edition, organisation, publishedOn, on, reason } = withdrawn
  const title = localize(withdrawn.title, language, withdrawn.language)
  const was = text('withdrawnText', { title, organisation, edition, published: formatDate(publishedOn, language) })
  return {
    title: text('withdrawnTitle'),
    happened: reason === null ? was : `${was} ${text('withdrawnOn', { date: formatDate(on, language) })}`,
    why: reason === null || reason === 'other' ? null : text(`withdrawnWhy_${reason}`),
    use: text('withdrawnUse'),
  }
}
