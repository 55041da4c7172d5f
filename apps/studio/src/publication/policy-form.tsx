import { POLICY_RULES } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { StudyDetail } from '../api/api-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'
import { raisedRules, type TypedPolicy } from './raised-rules.ts'

/** The rules that keep people unrecognisable in what this study shows. They go up, never down. */
export function PolicyForm({ study }: { readonly study: StudyDetail }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const { policy } = study
  const [typed, setTyped] = useState<TypedPolicy>({})
  const raised = raisedRules(typed, policy)
  const save = useMutation({
    mutationFn: () => api.raisePolicy(study.id, raised),
    onSuccess: () => {
      setTyped({})
      return client.invalidateQueries()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!save.isPending && Object.keys(raised).length > 0) save.mutate()
  }
  return (
    <form className="sheet pad stack policy" aria-labelledby="policy-title" onSubmit={submit} noValidate>
      <h2 id="policy-title">{t('policyTitle')}</h2>
      <p>{t('policyWhat')}</p>
      {POLICY_RULES.map(({ name }) => (
        <TextField
          key={name}
          id={`policy-${name}`}
          label={t(`policy.${name}`)}
          help={t(`policyHelp.${name}`, { least: policy.leastGroup, below: policy.indicativeBelow - 1 })}
          value={typed[name] ?? String(policy[name])}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
          maxLength={4}
          autoComplete="off"
        />
      ))}
      {save.isError && <FailureNote failure={failureOf(save.error)} />}
      <div className="row">
        <button type="submit" className="btn">
          {save.isPending ? t('busy') : t('policySave')}
        </button>
        <output className="small ok">{save.isSuccess && t('saved')}</output>
      </div>
    </form>
  )
}
