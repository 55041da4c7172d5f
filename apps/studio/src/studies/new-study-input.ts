import type { NewStudy } from '../api/api-types.ts'

/** What somebody filled in to make a study. */
export interface NewStudyForm {
  readonly title: string
  readonly organisation: string
  readonly helpPhone: string
  readonly instrument: string
}

/** The fields that still have to be filled in, in their order on the page. */
export function missingFields({ title, organisation }: NewStudyForm): readonly ('title' | 'organisation')[] {
  const empty = { title: title.trim() === '', organisation: organisation.trim() === '' }
  return (['title', 'organisation'] as const).filter((field) => empty[field])
}

/**
 * The request that the form makes, without white space around its texts.
 *
 * @example newStudyInput({ title: ' Zorg ', organisation: 'De raad', helpPhone: '', instrument: 'wmo' }, 'nl').title // { nl: 'Zorg' }
 */
export function newStudyInput(form: NewStudyForm, language: string): NewStudy {
  const helpPhone = form.helpPhone.trim()
  return {
    title: { [language]: form.title.trim() },
    organisation: { name: form.organisation.trim(), ...(helpPhone === '' ? {} : { helpPhone }) },
    instrument: form.instrument,
  }
}
