import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactElement } from 'react'
import { Link } from 'wouter'
import type { StudyDetail } from '../api/api-types.ts'
import { Frame } from '../frame/frame.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { StudyTags } from '../studies/study-tags.tsx'
import { STEPS, type Step } from './study-progress.ts'

/** One step of a study, under the bar with its title and its steps. */
export function StudyPage(props: {
  readonly study: string
  readonly step: Step
  readonly page: ComponentType<{ readonly study: StudyDetail }>
}): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const query = useQuery({ queryKey: ['study', props.study], queryFn: () => api.study(props.study) })
  const Page = props.page
  const crumb =
    query.data === undefined ? undefined : (
      <>
        <b>{text(query.data.title)}</b>
        <StudyTags study={query.data} />
      </>
    )
  return (
    <Frame crumb={crumb} steps={<Steps study={props.study} current={props.step} />}>
      <Asked query={query} title={t('studyMissing')}>
        {(study) => <Page study={study} />}
      </Asked>
    </Frame>
  )
}

function Steps({ study, current }: { readonly study: string; readonly current: Step }): ReactElement {
  const { t } = useStudio()
  return (
    <nav className="steps" aria-label={t('stepsLabel')}>
      {STEPS.map((step) => (
        <Link key={step} href={`/studies/${study}/${step}`} aria-current={step === current ? 'page' : undefined}>
          {t(`step.${step}`)}
        </Link>
      ))}
    </nav>
  )
}
