import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { StudyOutline } from '../api/desk-types.ts'
import { mailFile, type Outbox, type WaitingMail } from '../api/outbox-client.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { mailReason } from './mail-reason.ts'

/** Mail to people who are asked that was not sent yet: to read, to download, and to note that it was sent by hand. */
export function OutboxPage({ study }: { readonly study: StudyOutline }): ReactElement {
  const { api, t } = useStudio()
  const query = useQuery({ queryKey: ['outbox', study.id], queryFn: () => api.outbox(study.id) })
  return (
    <Asked query={query}>
      {(outbox) => (
        <>
          <p>{t('outboxCounts', { ...outbox.counts })}</p>
          <ByHand study={study.id} outbox={outbox} />
          {(['failed', 'waiting'] as const).map((state) => (
            <Messages key={state} study={study.id} state={state} outbox={outbox} />
          ))}
        </>
      )}
    </Asked>
  )
}

function ByHand({ study, outbox }: { readonly study: string; readonly outbox: Outbox }): ReactElement | null {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const note = useMutation({
    mutationFn: () => api.noteMailSent(study, 'all'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['outbox', study] }),
  })
  const { waiting, failed } = outbox.counts
  const done = note.data !== undefined && (
    <Note kind="good" live="status">
      <p>{t('outboxNoted', { noted: note.data.noted })}</p>
    </Note>
  )
  if (waiting + failed === 0) return done || <p>{t('outboxEmpty')}</p>
  return (
    <section className="stack" aria-labelledby="by-hand">
      <h2 id="by-hand">{t('outboxByHand')}</h2>
      <p>{t(outbox.sends ? 'outboxSends' : 'outboxSendsNothing')}</p>
      {note.isError && <FailureNote failure={failureOf(note.error)} />}
      <div className="row">
        <a className="btn" href={mailFile(study, null)} download>
          {t('outboxDownload')}
        </a>
        <button type="button" className="btn" onClick={() => note.isPending || note.mutate()}>
          {note.isPending ? t('busy') : t('outboxNoteAll')}
        </button>
      </div>
      <p className="small soft">{t('outboxDownloadWarning')}</p>
      {done}
    </section>
  )
}

function Messages(props: {
  readonly study: string
  readonly state: WaitingMail['state']
  readonly outbox: Outbox
}): ReactElement | null {
  const { t } = useStudio()
  const { study, state, outbox } = props
  const messages = outbox.messages.filter((message) => message.state === state)
  const more = outbox.counts[state] - messages.length
  if (messages.length === 0) return null
  return (
    <section className="stack" aria-labelledby={`mail-${state}`}>
      <h2 id={`mail-${state}`}>{t(`outboxState.${state}`)}</h2>
      <ul className="plain stack">
        {messages.map((message) => (
          <Message key={message.id} study={study} message={message} />
        ))}
      </ul>
      {more > 0 && <p className="soft">{t('outboxMore', { more })}</p>}
    </section>
  )
}

function Message({ study, message }: { readonly study: string; readonly message: WaitingMail }): ReactElement {
  const { api, t } = useStudio()
  const [open, setOpen] = useState(false)
  const { id, kind, to } = message
  const read = useQuery({
    queryKey: ['outbox', study, id],
    queryFn: () => api.waitingMail(study, id),
    enabled: open && to !== null,
  })
  const reason = mailReason(message.reason, t)
  return (
    <li>
      <details className="sheet step" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <b>{to === null ? t('outboxAltered') : (to.name ?? to.address)}</b>
          <span className="soft state-of">{t(`mailKind.${kind}`)}</span>
        </summary>
        <div className="pad stack">
          {to !== null && <p className="soft">{to.address}</p>}
          {reason !== null && <p>{reason}</p>}
          {open && to !== null && (
            <Asked query={read}>
              {(mail) => (
                <>
                  <h3>{mail.subject}</h3>
                  <p className="said">{mail.text}</p>
                </>
              )}
            </Asked>
          )}
          {to !== null && (
            <div className="row">
              <a className="btn slim" href={mailFile(study, id)} download>
                {t('outboxDownloadOne')}
              </a>
            </div>
          )}
        </div>
      </details>
    </li>
  )
}
