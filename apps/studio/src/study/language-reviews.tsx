import type { Finding, LanguageReview } from '@klankbord/model'
import type { ReactElement } from 'react'
import { Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { languageName } from '../language/local-formats.ts'
import { problemSentence } from '../problems/problem-sentence.ts'
import { openLanguages } from './open-languages.ts'

/** In which languages people can take part, and which still wait for somebody who speaks them. Nothing with one language. */
export function LanguageReviews(props: {
  readonly languages: readonly string[]
  readonly reviews: readonly LanguageReview[]
  readonly findings: readonly Finding[]
}): ReactElement | null {
  const { t, language: own } = useStudio()
  const { languages, reviews, findings } = props
  if (languages.length < 2) return null
  const waiting = reviews.filter(({ promises }) => promises > 0)
  const names = openLanguages(props)
    .map((language) => languageName(language, own))
    .join(', ')
  return (
    <div className="languages-open">
      <p>{t('waveLanguages', { languages: names })}</p>
      {findings
        .filter(({ code }) => code === 'languageBarelyWritten')
        .map((finding) => (
          <p key={finding.message}>{problemSentence(finding, own)}</p>
        ))}
      {waiting.length > 0 && (
        <Note kind="info">
          <p>{t('waveLanguagesWait')}</p>
          <ul className="points">
            {waiting.map((review) => (
              <li key={review.language}>
                {t('languageReview', { ...review, language: languageName(review.language, own) })}
              </li>
            ))}
          </ul>
          <p>{t('languageRelease')}</p>
        </Note>
      )}
    </div>
  )
}

/** That the language of the preview is a draft, and how far its review is. Nothing for one that somebody released whole. */
export function LanguageDraftNote(props: {
  readonly language: string
  readonly reviews: readonly LanguageReview[]
}): ReactElement | null {
  const { t, language: own } = useStudio()
  const review = props.reviews.find(({ language }) => language === props.language)
  if (review === undefined || review.unreviewed === 0) return null
  const { unreviewed, texts, promises } = review
  return (
    <Note kind="info">
      <p>{t('languageDraft', { language: languageName(props.language, own), unreviewed, texts })}</p>
      {promises > 0 && (
        <p>
          {t('languageShut', { promises })} {t('languageRelease')}
        </p>
      )}
    </Note>
  )
}
