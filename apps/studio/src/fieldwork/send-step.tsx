import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { FileLinks } from './file-links.tsx'
import { MailInvitations } from './mail-invitations.tsx'
import type { StepProps } from './step-props.ts'

/** Notes that the invitations went out. */
export function SendStep({ keys, frame }: StepProps): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const note = useMutation({
    mutationFn: () => api.mark(keys, { mark: 'invited', invitations: 'all' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['account', keys.wave] }),
  })
  if (frame.withCode === 0) return <p>{t('sendWithoutCodes')}</p>
  return (
    <>
      <MailInvitations keys={keys} />
      <FileLinks keys={keys} />
      <p>{t('sendWhat')}</p>
      {note.isError && <FailureNote failure={failureOf(note.error)} />}
      {note.data !== undefined && (
        <Note kind="good" live="status">
          <p>{t('sendNoted', { noted: note.data.noted })}</p>
        </Note>
      )}
      <div className="row">
        <button type="button" className="btn" onClick={() => note.isPending || note.mutate()}>
          {note.isPending ? t('busy') : t('sendNote')}
        </button>
      </div>
    </>
  )
}
