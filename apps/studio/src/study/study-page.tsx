import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactElement, ReactNode } from 'react'
import { Link } from 'wouter'
import type { StudyDetail } from '../api/api-types.ts'
import type { StudyOutline } from '../api/desk-types.ts'
import { CommentsPanel } from '../desk/comments-panel.tsx'
import { DeskLinks } from '../desk/desk-links.tsx'
import { isResearcher } from '../desk/desks.ts'
import { Frame } from '../frame/frame.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { StudyTags } from '../studies/study-tags.tsx'
import { ReadAlong } from './read-along.tsx'
import { STEPS, type Step } from './study-progress.ts'

interface StudyStep {
  readonly study: string
  readonly step: Step
  readonly page: ComponentType<{ readonly study: StudyDetail }>
}

/** One step of a study, under the bar with its title and its steps; whoever only reads along gets a page to read. */
export function StudyPage(props: StudyStep): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const query = useQuery({ queryKey: ['outline', props.study], queryFn: () => api.outline(props.study) })
  const researches = query.data !== undefined && isResearcher(query.data.roles)
  const crumb =
    query.data === undefined ? undefined : (
      <>
        <b>{text(query.data.title)}</b>
        <StudyTags study={query.data} />
      </>
    )
  return (
    <Frame crumb={crumb} steps={stepsFor(query.data, props, researches)}>
      <Asked query={query} title={t('studyMissing')}>
        {(outline) => (researches ? <StudyWork {...props} outline={outline} /> : <ReadAlong study={outline} />)}
      </Asked>
    </Frame>
  )
}

function stepsFor(outline: StudyOutline | undefined, { study, step }: StudyStep, researches: boolean): ReactNode {
  if (outline === undefined || researches) return <Steps study={study} current={step} />
  return <DeskLinks study={outline} />
}

/** The work of a step, and what colleagues say of the study below it. */
function StudyWork({ study, page: Page, outline }: StudyStep & { readonly outline: StudyOutline }): ReactElement {
  const { api, t } = useStudio()
  const query = useQuery({ queryKey: ['study', study], queryFn: () => api.study(study) })
  return (
    <>
      <Asked query={query} title={t('studyMissing')}>
        {(detail) => <Page study={detail} />}
      </Asked>
      <details className="aside">
        <summary>{t('studyAside')}</summary>
        <DeskLinks study={outline} />
        <CommentsPanel study={outline} />
      </details>
    </>
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
