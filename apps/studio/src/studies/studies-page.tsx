import type { StudySummary } from '@klankbord/model'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'wouter'
import { AccountNote } from '../account/account-note.tsx'
import { Frame } from '../frame/frame.tsx'
import { Icon } from '../frame/icon.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { dayInWords } from '../language/local-formats.ts'
import { asksForAction, progressOf, stepOfAction, STEPS, type Progress } from '../study/study-progress.ts'
import { StudyTags } from './study-tags.tsx'

/** All studies, each with its state and its next step in words; under them what else there is to do. */
export function StudiesPage({ children }: { readonly children?: ReactNode }): ReactElement {
  const { api, t } = useStudio()
  const heading = usePage(t('studiesTitle'))
  const query = useQuery({ queryKey: ['studies'], queryFn: () => api.studies() })
  const organisation = query.data?.[0]?.organisation.name
  return (
    <Frame crumb={organisation === undefined ? undefined : <span className="soft">{organisation}</span>}>
      <div className="narrow">
        <div className="home-head">
          <h1 ref={heading} tabIndex={-1}>
            {t('studiesTitle')}
          </h1>
          {query.data !== undefined && query.data.length > 0 && (
            <Link className="btn" href="/new">
              <Icon name="plus" />
              {t('newStudy')}
            </Link>
          )}
        </div>
        <AccountNote />
        <Asked query={query}>
          {(studies) => (studies.length === 0 ? <NoStudies /> : <StudyList studies={studies} />)}
        </Asked>
        {children}
      </div>
    </Frame>
  )
}

function StudyList({ studies }: { readonly studies: readonly StudySummary[] }): ReactElement {
  const first = studies.find((study) => asksForAction(progressOf(study).action))
  return (
    <ul className="studies">
      {studies.map((study) => (
        <StudyRow key={study.id} study={study} first={study === first} />
      ))}
    </ul>
  )
}

function StudyRow({ study, first }: { readonly study: StudySummary; readonly first: boolean }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const progress = progressOf(study)
  const { action } = progress
  const kind = first ? 'now' : asksForAction(action) ? '' : 'wait'
  return (
    <li className="study">
      <div>
        <h2>
          <Link href={`/studies/${study.id}/${progress.step}`}>{text(study.title)}</Link> <StudyTags study={study} />
        </h2>
        <StateLine progress={progress} />
      </div>
      <Link className={`next ${kind}`} href={`/studies/${study.id}/${stepOfAction(action)}`}>
        <span>
          {t(`next.${action}`)}
          <small>{t(`nextWhy.${action}`)}</small>
        </span>
        <Icon name="arrow" />
      </Link>
    </li>
  )
}

function StateLine({ progress }: { readonly progress: Progress }): ReactElement {
  const { t, language } = useStudio()
  const { step, wave, publication } = progress
  const place = STEPS.indexOf(step)
  const words = (): string => {
    if (publication !== null && step === 'publication') {
      return t('state.published', { edition: publication.edition, day: dayInWords(publication.publishedOn, language) })
    }
    if (wave === null) return t(step === 'design' ? 'state.noVersion' : 'state.noWave')
    return wave.invited === null
      ? t(wave.mode === 'codeAnonymous' ? 'state.counted' : 'state.answers', { answers: wave.answers })
      : t('state.answersOf', { answers: wave.answers, invited: wave.invited })
  }
  return (
    <p className="state">
      <span className="track" aria-hidden="true">
        {STEPS.map((one, index) => (
          <i key={one} className={index < place ? 'd' : index === place ? 'n' : ''} />
        ))}
      </span>
      <span>
        {t(`step.${step}`)} · {words()}
      </span>
    </p>
  )
}

function NoStudies(): ReactElement {
  const { t } = useStudio()
  return (
    <>
      <p>{t('noStudies')}</p>
      <p className="first-action">
        <Link className="btn main" href="/new">
          {t('beginStudy')}
        </Link>
      </p>
      <h2 className="how">{t('howItGoes')}</h2>
      <ol className="three">
        {STEPS.map((step, index) => (
          <li key={step}>
            <b>
              {index + 1} {t(`step.${step}`)}
            </b>
            <p>{t(`about.${step}`)}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
