import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'wouter'
import { failureOf, isPassing } from '../api/api-failure.ts'
import { FailureNote } from './note.tsx'
import { useStudio } from './studio-context.tsx'

/** Shows what was asked for once it is there; until then that it is coming, or why it is not. */
export function Asked<T>(props: {
  readonly query: UseQueryResult<T>
  /** The heading when it could not be got, on a page that has no other. */
  readonly title?: string
  readonly children: (data: T) => ReactNode
}): ReactElement {
  const { query, children } = props
  const { t } = useStudio()
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) {
    const failure = failureOf(query.error)
    return (
      <div className="narrow stack">
        {props.title !== undefined && <h1>{props.title}</h1>}
        {isPassing(failure) ? (
          <FailureNote failure={failure} retry={() => void query.refetch()} />
        ) : (
          <>
            <FailureNote failure={failure} />
            <p>
              <Link href="/">{t('toStudies')}</Link>
            </p>
          </>
        )}
      </div>
    )
  }
  return <output className="narrow soft">{t('loading')}</output>
}
