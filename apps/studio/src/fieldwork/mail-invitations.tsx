import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { failureOf } from '../api/api-failure.ts'
import type { WaveKeys } from '../api/fieldwork-client.ts'
import type { MailOrder } from '../api/outbox-client.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'

const KINDS: readonly MailOrder['kind'][] = ['invitation', 'reminder']

/** Puts invitations or reminders by mail into the outbox, and says who needs a letter. */
export function MailInvitations({ keys }: { readonly keys: WaveKeys }): ReactElement {
  const { api, t } = useStudio()
  const queue = useMutation({ mutationFn: (kind: MailOrder['kind']) => api.queueMails(keys, { kind }) })
  return (
    <>
      <p>{t('mailWhat')}</p>
      {queue.isError && <FailureNote failure={failureOf(queue.error)} />}
      {queue.data !== undefined && (
        <Note kind="good" live="status">
          <p>
            {t('mailQueued', { queued: queue.data.queued })}{' '}
            {queue.data.needLetter > 0 && t('mailNeedLetter', { count: queue.data.needLetter })}{' '}
            {queue.data.remindedLately > 0 && t('mailRemindedLately', { count: queue.data.remindedLately })}
          </p>
          <p>
            <Link href={`/studies/${keys.study}/outbox`}>{t('toOutbox')}</Link>
          </p>
        </Note>
      )}
      <div className="row">
        {KINDS.map((kind) => (
          <button key={kind} type="button" className="btn" onClick={() => queue.isPending || queue.mutate(kind)}>
            {t(`mailAction.${kind}`)}
          </button>
        ))}
      </div>
    </>
  )
}
