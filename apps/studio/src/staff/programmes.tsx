import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'

/** The programmes of an organisation, and which of its studies are in which. */
export function Programmes(props: { readonly organisation: string; readonly name: string }): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const client = useQueryClient()
  const queryKey = ['programmes', props.organisation]
  const programmes = useQuery({ queryKey, queryFn: () => api.programmes(props.organisation) })
  const studies = useQuery({ queryKey: ['studies'], queryFn: () => api.studies() })
  const onSuccess = (): Promise<void> => client.invalidateQueries({ queryKey })
  const move = useMutation({
    mutationFn: (place: { readonly study: string; readonly programme: string | null }) =>
      api.moveStudy(place.study, place.programme),
    onSuccess,
  })
  const known = programmes.data ?? []
  const own = studies.data?.filter(({ organisation }) => organisation.name === props.name) ?? []
  return (
    <section className="stack" aria-labelledby="programmes">
      <h2 id="programmes">{t('programmesTitle')}</h2>
      <p>{t('programmesHow')}</p>
      {known.length > 0 &&
        own.map(({ id, title }) => (
          <div key={id} className="field">
            <label htmlFor={`programme-of-${id}`}>{t('programmeOf', { study: text(title) })}</label>
            <select
              id={`programme-of-${id}`}
              value={known.find(({ studyIds }) => studyIds.includes(id))?.id ?? ''}
              onChange={({ target }) => move.mutate({ study: id, programme: target.value || null })}
            >
              <option value="">{t('inNoProgramme')}</option>
              {known.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        ))}
      {move.isError && <FailureNote failure={failureOf(move.error)} />}
      <NewProgramme organisation={props.organisation} onAdded={onSuccess} />
    </section>
  )
}

function NewProgramme(props: { readonly organisation: string; readonly onAdded: () => Promise<void> }): ReactElement {
  const { api, t } = useStudio()
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: () => api.addProgramme(props.organisation, name.trim()),
    onSuccess: async () => {
      setName('')
      await props.onAdded()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!add.isPending) add.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField id="programme-name" label={t('newProgrammeLabel')} value={name} onChange={setName} maxLength={200} />
      {add.isError && <FailureNote failure={failureOf(add.error)} />}
      <div className="row">
        <button type="submit" className="btn">
          {t('addProgramme')}
        </button>
      </div>
    </form>
  )
}
