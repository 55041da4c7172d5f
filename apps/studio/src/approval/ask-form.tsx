import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { WordsField } from './words-field.tsx'

/** Asks everybody who has to agree, with what is planned. */
export function AskForm({ study, again }: { readonly study: string; readonly again: boolean }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const [plan, setPlan] = useState('')
  const ask = useMutation({
    mutationFn: () => api.askApproval(study, plan.trim()),
    onSuccess: (approvals) => {
      setPlan('')
      client.setQueryData(['approvals', study], approvals)
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!ask.isPending && plan.trim() !== '') ask.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{t(again ? 'askAgainTitle' : 'askTitle')}</h2>
      <WordsField id="plan-text" label={t('planLabel')} help={t('planHelp')} value={plan} onChange={setPlan} />
      {ask.isError && <FailureNote failure={failureOf(ask.error)} />}
      <div className="row">
        <button type="submit" className={again ? 'btn' : 'btn main'} disabled={plan.trim() === ''}>
          {t(again ? 'askAgainAction' : 'askAction')}
        </button>
      </div>
    </form>
  )
}
