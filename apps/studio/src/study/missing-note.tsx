import type { Finding } from '@klankbord/model'
import type { ReactElement } from 'react'
import type { CheckedDefinition } from '../api/api-types.ts'
import { Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { problemSentence } from '../problems/problem-sentence.ts'

/** What stops no version, and is missed by who fills in. */
const MISSED: ReadonlySet<Finding['code']> = new Set(['nobodyToCall', 'languagesWait', 'languageBarelyWritten'])

/** What people who fill in would miss, in the words of the check and of a round that refuses it. Nothing when there is none. */
export function MissingNote({ checked }: { readonly checked: CheckedDefinition }): ReactElement | null {
  const { t, language } = useStudio()
  const missed = checked.findings.filter(({ code }) => MISSED.has(code))
  if (missed.length === 0) return null
  return (
    <Note kind="hint">
      <p>{t('missedWhat')}</p>
      <ul className="points">
        {missed.map((finding) => (
          <li key={finding.code + finding.message}>{problemSentence(finding, language)}</li>
        ))}
      </ul>
    </Note>
  )
}
