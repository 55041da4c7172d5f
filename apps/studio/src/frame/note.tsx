import type { ReactElement, ReactNode } from 'react'
import type { Failure } from '../api/api-failure.ts'
import { problemSentence } from '../problems/problem-sentence.ts'
import { Icon } from './icon.tsx'
import { useStudio } from './studio-context.tsx'

/** What happened, why, and what to do. `finding` must be solved, `hint` is advice. */
export function Note(props: {
  readonly kind: 'finding' | 'hint' | 'info' | 'good'
  readonly live?: 'alert' | 'status'
  readonly children: ReactNode
}): ReactElement {
  return (
    <div className={`note ${props.kind}`} role={props.live}>
      <Icon name={props.kind} />
      <div>{props.children}</div>
    </div>
  )
}

/** A failed request in the language of the reader, with what to do next. */
export function FailureNote(props: { readonly failure: Failure; readonly retry?: () => void }): ReactElement {
  const { t, language } = useStudio()
  const { failure, retry } = props
  return (
    <Note kind="finding" live="alert">
      <p>{problemSentence(failure, language)}</p>
      {failure.findings.length > 0 && (
        <ul className="points">
          {failure.findings.map((finding) => (
            <li key={finding.code + finding.path}>{problemSentence(finding, language)}</li>
          ))}
        </ul>
      )}
      {retry !== undefined && (
        <div className="row">
          <button type="button" className="btn slim" onClick={retry}>
            {t('tryAgain')}
          </button>
        </div>
      )}
    </Note>
  )
}
