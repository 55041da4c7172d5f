import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactElement } from 'react'
import type { StudyOutline } from '../api/desk-types.ts'
import { Link } from 'wouter'
import { Frame } from '../frame/frame.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { StudyTags } from '../studies/study-tags.tsx'
import { DeskLinks } from './desk-links.tsx'
import { desksOf, isResearcher, type Desk } from './desks.ts'

/** A page about the answers of a study or what is said of it, for everybody who has work there. */
export function StudyDesk(props: {
  readonly study: string
  readonly desk: Desk
  readonly page: ComponentType<{ readonly study: StudyOutline }>
}): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const query = useQuery({ queryKey: ['outline', props.study], queryFn: () => api.outline(props.study) })
  const crumb = query.data !== undefined && (
    <>
      {isResearcher(query.data.roles) ? (
        <Link className="to-study" href={`/studies/${props.study}/fieldwork`}>
          {text(query.data.title)}
        </Link>
      ) : (
        <b>{text(query.data.title)}</b>
      )}
      <StudyTags study={query.data} />
    </>
  )
  return (
    <Frame crumb={crumb || undefined} steps={query.data && <DeskLinks study={query.data} current={props.desk} />}>
      <Asked query={query} title={t('studyMissing')}>
        {(study) => <Sheet {...props} study={study} />}
      </Asked>
    </Frame>
  )
}

function Sheet(props: {
  readonly study: StudyOutline
  readonly desk: Desk
  readonly page: ComponentType<{ readonly study: StudyOutline }>
}): ReactElement {
  const { t } = useStudio()
  const heading = usePage(t(`desk.${props.desk}`))
  const Page = props.page
  return (
    <div className="narrow letter stack desk">
      <h1 ref={heading} tabIndex={-1}>
        {t(`desk.${props.desk}`)}
      </h1>
      {desksOf(props.study.roles).includes(props.desk) ? (
        <>
          <p className="soft">{t(`deskAbout.${props.desk}`)}</p>
          <Page study={props.study} />
        </>
      ) : (
        <p>{t('deskNotYours')}</p>
      )}
    </div>
  )
}
