import type { WaveSummary } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { StudyDetail } from '../api/api-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { openLanguages } from '../study/open-languages.ts'
import { changedPlan, chosenPlan, limitMayChange, touchedPlan, type TouchedPlan } from './changed-plan.ts'
import { LanguageChoice } from './language-choice.tsx'
import { LimitChoice } from './limit-choice.tsx'
import type { RoundPlan } from './round-plan.ts'

/** Other languages, or another limit, for a round in which people may begin or will. */
export function ChangePlan(props: { readonly study: StudyDetail; readonly wave: WaveSummary }): ReactElement | null {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const { study, wave } = props
  const [touched, setTouched] = useState<TouchedPlan>({})
  const open = openLanguages(study)
  const plan = chosenPlan(wave, touched)
  const change = changedPlan(wave, touched)
  const touch = (next: RoundPlan): void => setTouched(touchedPlan(wave, next))
  const save = useMutation({
    mutationFn: (sent: TouchedPlan) => api.changePlan(study.id, wave.id, changedPlan(wave, sent)),
    onSuccess: async (_saved, sent) => {
      await client.invalidateQueries()
      // What was touched while it was being sent is still to be kept.
      setTouched((now) => (now === sent ? {} : now))
    },
  })
  if (open.length < 2 && !limitMayChange(wave)) return null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!save.isPending && Object.keys(change).length > 0) save.mutate(touched)
  }
  return (
    <details className="later">
      <summary>{t('planChange')}</summary>
      <form className="sheet pad stack" onSubmit={submit} noValidate>
        <LanguageChoice open={open} plan={plan} onChange={touch} />
        {limitMayChange(wave) && <LimitChoice plan={plan} onChange={touch} />}
        {save.isError && <FailureNote failure={failureOf(save.error)} />}
        <div className="row">
          <button type="submit" className="btn">
            {save.isPending ? t('busy') : t('planSave')}
          </button>
          <output className="small ok">{save.isSuccess && Object.keys(change).length === 0 && t('saved')}</output>
        </div>
      </form>
    </details>
  )
}
