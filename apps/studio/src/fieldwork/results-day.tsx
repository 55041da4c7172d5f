import type { WaveSummary } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { dayInWords } from '../language/local-formats.ts'

/** From which day people can read the results of a round, and choosing another. */
export function ResultsDay({ study, wave }: { readonly study: string; readonly wave: WaveSummary }): ReactElement {
  const { api, t, language } = useStudio()
  const client = useQueryClient()
  const id = useId()
  const { resultsFrom } = wave.plan
  const [day, setDay] = useState(resultsFrom ?? '')
  const save = useMutation({
    mutationFn: () => api.promiseResults(study, wave.id, day === '' ? null : day),
    onSuccess: () => client.invalidateQueries(),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  return (
    <>
      <p>
        {resultsFrom === null ? t('resultsFromNone') : t('resultsFromDay', { date: dayInWords(resultsFrom, language) })}
      </p>
      <details className="later">
        <summary>{t(resultsFrom === null ? 'resultsFromChoose' : 'resultsFromChange')}</summary>
        <form className="sheet pad stack" onSubmit={submit} noValidate>
          <div className="field">
            <label htmlFor={id}>{t('resultsFromLabel')}</label>
            <input id={id} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          </div>
          {save.isError && <FailureNote failure={failureOf(save.error)} />}
          <button type="submit" className="btn">
            {save.isPending ? t('busy') : t('resultsFromSave')}
          </button>
        </form>
      </details>
    </>
  )
}
