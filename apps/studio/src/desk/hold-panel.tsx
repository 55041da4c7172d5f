import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { dayInWords } from '../language/local-formats.ts'
import { TextField } from '../studies/text-field.tsx'

/** Whether anything of a study may be erased, and since when not. */
export function HoldPanel({ study, mayHold }: { readonly study: string; readonly mayHold: boolean }): ReactElement {
  const { api, t, language } = useStudio()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const query = useQuery({ queryKey: ['holds', study], queryFn: () => api.holds(study) })
  const onSuccess = (): Promise<void> => client.invalidateQueries({ queryKey: ['holds', study] })
  const hold = useMutation({ mutationFn: () => api.hold(study, reason), onSuccess })
  const release = useMutation({ mutationFn: () => api.release(study), onSuccess })
  const failed = [hold, release].find(({ isError }) => isError)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!hold.isPending) hold.mutate()
  }
  return (
    <section className="stack" aria-labelledby="hold">
      <h2 id="hold">{t('holdTitle')}</h2>
      <Asked query={query}>
        {({ held, holds }) => (
          <>
            <p>
              {held === null
                ? t('holdNone')
                : t('holdNow', { day: dayInWords(held.on, language), by: held.by, reason: held.reason })}
            </p>
            {holds.map(({ on, by, reason: why, released }, at) =>
              released === null ? null : (
                <p key={at} className="small soft">
                  {t('holdBefore', {
                    from: dayInWords(on, language),
                    to: dayInWords(released.on, language),
                    by,
                    reason: why,
                  })}
                </p>
              ),
            )}
            {mayHold && held === null && (
              <form className="stack" onSubmit={submit} noValidate>
                <TextField
                  id="hold-reason"
                  label={t('holdReason')}
                  value={reason}
                  maxLength={500}
                  onChange={setReason}
                />
                <div className="row">
                  <button type="submit" className="btn" disabled={reason.trim().length < 3}>
                    {t('holdAction')}
                  </button>
                </div>
              </form>
            )}
            {mayHold && held !== null && (
              <div className="row">
                <button type="button" className="btn" onClick={() => release.mutate()}>
                  {t('holdRelease')}
                </button>
              </div>
            )}
            {failed !== undefined && <FailureNote failure={failureOf(failed.error)} />}
          </>
        )}
      </Asked>
    </section>
  )
}
