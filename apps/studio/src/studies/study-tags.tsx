import type { StudySummary } from '@klankbord/model'
import type { ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'

/** Says of a study that its answers are invented, or that it was made to try things out. */
export function StudyTags({ study }: { readonly study: Pick<StudySummary, 'sample' | 'tryOut'> }): ReactElement | null {
  const { t } = useStudio()
  if (!study.sample && !study.tryOut) return null
  return (
    <span className="tags">
      {study.sample && (
        <span className="tag warmtag" title={t('tagWhy.sample')}>
          {t('tag.sample')}
          <span className="sr">: {t('tagWhy.sample')}</span>
        </span>
      )}
      {study.tryOut && (
        <span className="tag" title={t('tagWhy.tryOut')}>
          {t('tag.tryOut')}
          <span className="sr">: {t('tagWhy.tryOut')}</span>
        </span>
      )}
    </span>
  )
}
