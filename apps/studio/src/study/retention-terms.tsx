import type { RetentionSummary, RunningTerm } from '@klankbord/model'
import type { ReactElement } from 'react'
import { Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { dayInWords } from '../language/local-formats.ts'

/** How long a study keeps what, until when that is, and whether something holds it. Who keeps the server sets it. */
export function RetentionTerms({ retention }: { readonly retention: RetentionSummary }): ReactElement {
  const { t, language } = useStudio()
  const { contacts, answers, publications, held } = retention
  const until = (term: RunningTerm): string =>
    term.until === null ? t('retentionNotYet') : t('retentionUntil', { day: dayInWords(term.until, language) })
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">{t('retentionTitle')}</h2>
      <ul className="points">
        <li>
          {t('retentionAnswers', { months: answers.months })} {until(answers)}
        </li>
        <li>
          {t('retentionContacts', { months: contacts.months })} {until(contacts)}
        </li>
        <li>
          {publications.months === null
            ? t('retentionPublicationsKept')
            : t('retentionPublications', { months: publications.months })}
        </li>
      </ul>
      {held !== null && (
        <Note kind="info">
          <p>{t('retentionHeld', { day: dayInWords(held.on, language), by: held.by, reason: held.reason })}</p>
        </Note>
      )}
    </section>
  )
}
