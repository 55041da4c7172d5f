import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { AccountNote } from '../account/account-note.tsx'
import { Frame } from '../frame/frame.tsx'
import { Icon } from '../frame/icon.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { useSession } from '../session/use-session.ts'
import { mayKeepStudies } from '../staff/staff-rights.ts'
import { StudiesPage } from '../studies/studies-page.tsx'
import { myWork, toRead, type WorkOfStudy } from './my-work.ts'
import { ReadingList } from './reading-list.tsx'

/** Where everybody begins: the studies of a researcher, and what anybody else can do and read. */
export function HomePage(): ReactElement | null {
  const session = useSession({ ask: false })
  if (session.data === undefined || session.data === null) return null
  return mayKeepStudies(session.data) ? (
    <StudiesPage>
      <OwnWork />
    </StudiesPage>
  ) : (
    <WorkPage />
  )
}

function WorkPage(): ReactElement {
  const { t } = useStudio()
  const heading = usePage(t('workTitle'))
  return (
    <Frame>
      <div className="narrow">
        <div className="home-head">
          <h1 ref={heading} tabIndex={-1}>
            {t('workTitle')}
          </h1>
        </div>
        <AccountNote />
        <OwnWork empty={<p>{t('noWork')}</p>} />
      </div>
    </Frame>
  )
}

/** What there is to do and to read; `empty` where there is neither. */
function OwnWork({ empty }: { readonly empty?: ReactElement }): ReactElement {
  const { api, t } = useStudio()
  const work = useQuery({
    queryKey: ['my-work'],
    queryFn: async () => {
      const [studies, publications] = await Promise.all([api.myWork(), api.publicationsToRead()])
      return { todo: myWork(studies), publications: toRead(publications, studies) }
    },
  })
  const session = useSession({ ask: false })
  const administers = session.data?.user.administrator === true
  return (
    <Asked query={work}>
      {({ todo, publications }) => {
        const reading = administers ? [] : publications
        if (todo.length === 0 && reading.length === 0) return empty
        return (
          <>
            {todo.length > 0 && (
              <section className="work" aria-labelledby="work-todo">
                <h2 id="work-todo">{t('workTodo')}</h2>
                <ul className="studies">
                  {todo.map((study) => (
                    <TodoRow key={study.id} study={study} />
                  ))}
                </ul>
              </section>
            )}
            {reading.length > 0 && <ReadingList publications={reading} />}
          </>
        )
      }}
    </Asked>
  )
}

function TodoRow({ study }: { readonly study: WorkOfStudy }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  return (
    <li className="study">
      <div>
        <h3>{text(study.title)}</h3>
        {study.waits !== null && <p className="state">{t('waitsForYou', { version: study.waits })}</p>}
        {study.nothingWaits && <p className="state">{t('nothingWaits')}</p>}
      </div>
      <div>
        {study.links.map(({ kind, href }) => (
          <Link key={href} className={study.waits !== null && kind === 'approval' ? 'next now' : 'next'} href={href}>
            <span>
              {t(`work.${kind}`)}
              <small>{t(`workWhy.${kind}`)}</small>
            </span>
            <Icon name="arrow" />
          </Link>
        ))}
      </div>
    </li>
  )
}
