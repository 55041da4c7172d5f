import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { approvalTask } from './approval-words.ts'

/** Beside the fieldwork: that an approval is waited for, or stands; nothing where nobody has to agree. */
export function ApprovalNote({ study }: { readonly study: string }): ReactElement | null {
  const { api, t } = useStudio()
  const query = useQuery({ queryKey: ['approvals', study], queryFn: () => api.approvals(study) })
  if (query.data === undefined) return null
  const { needed, complete, plan } = approvalTask(query.data)
  if (!needed || query.data.version === null) return null
  const lacking = query.data.organisations.filter(({ state }) => state !== 'notNeeded' && state !== 'agreed')
  const organisations = lacking.map(({ name }) => name).join(', ')
  return (
    <Note kind={complete ? 'good' : 'hint'}>
      <p>
        {complete
          ? t('approvalComplete', { version: query.data.version })
          : t('approvalLacking', { version: query.data.version, organisations })}{' '}
        <Link href={`/studies/${study}/approval`}>{t(plan === null ? 'toAskApproval' : 'toApproval')}</Link>
      </p>
    </Note>
  )
}
