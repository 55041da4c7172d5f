import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { StudyOutline } from '../api/desk-types.ts'
import { useStudio } from '../frame/studio-context.tsx'
import { desksOf, type Desk } from './desks.ts'

/** The pages of a study at which somebody has work beside its steps. */
export function DeskLinks({ study, current }: { readonly study: StudyOutline; readonly current?: Desk }): ReactElement {
  const { t } = useStudio()
  return (
    <nav className="steps" aria-label={t('desksLabel')}>
      {desksOf(study.roles).map((desk) => (
        <Link key={desk} href={`/studies/${study.id}/${desk}`} aria-current={desk === current ? 'page' : undefined}>
          {t(`desk.${desk}`)}
        </Link>
      ))}
    </nav>
  )
}
