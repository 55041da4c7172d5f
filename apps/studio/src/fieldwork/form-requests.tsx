import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { WaveKeys } from '../api/fieldwork-client.ts'
import { REQUESTED_FORMS, type FormRequest, type NewFormRequest, type RequestedForm } from '../api/fieldwork-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'

/** Who wants paper, a telephone call or a talk. They say how they are reached, so nothing is asked for before somebody looks. */
export function FormRequests({ keys }: { readonly keys: WaveKeys }): ReactElement {
  const { api, t } = useStudio()
  const [shown, setShown] = useState(false)
  const requests = useQuery({
    queryKey: ['form-requests', keys.wave],
    queryFn: () => api.formRequests(keys),
    enabled: shown,
  })
  const waiting = useQuery({
    queryKey: ['form-requests', keys.wave, 'waiting'],
    queryFn: () => api.waitingRequests(keys),
  })
  return (
    <details className="sheet step" onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <b>{t('requestsTitle')}</b>
        {waiting.data !== undefined && (
          <span className={waiting.data === 0 ? 'soft state-of' : 'state-of'}>
            {t('requestsState', { waiting: waiting.data })}
          </span>
        )}
      </summary>
      <div className="stack">
        <p className="soft">{t('requestsWhat')}</p>
        {shown && <Asked query={requests}>{(known) => <RequestList keys={keys} requests={known} />}</Asked>}
        <RequestForm keys={keys} />
      </div>
    </details>
  )
}

function RequestList(props: { readonly keys: WaveKeys; readonly requests: readonly FormRequest[] }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const done = useMutation({
    mutationFn: (id: string) => api.formRequestDone(props.keys, id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['form-requests', props.keys.wave] }),
  })
  if (props.requests.length === 0) return <p>{t('requestsNone')}</p>
  return (
    <>
      {done.isError && <FailureNote failure={failureOf(done.error)} />}
      <ul className="plain requests">
        {props.requests.map(({ id, form, name, reach, when, done: met }) => (
          <li key={id}>
            <span>
              <b>{name}</b> <span className="soft">{t(`form.${form}`)}</span>
              <br />
              {reach}
              {when !== undefined && (
                <>
                  <br />
                  {t('requestWhen', { when })}
                </>
              )}
            </span>
            {met ? (
              <span className="tag oktag">{t('requestMet')}</span>
            ) : (
              <button
                type="button"
                className="btn slim"
                aria-label={t('requestDoneOf', { name })}
                onClick={() => done.isPending || done.mutate(id)}
              >
                {t('requestDone')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const NOBODY: NewFormRequest = { form: 'paper', name: '', reach: '' }

function RequestForm({ keys }: { readonly keys: WaveKeys }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const id = useId()
  const [asked, setAsked] = useState(NOBODY)
  const [checked, setChecked] = useState(false)
  const add = useMutation({
    mutationFn: (request: NewFormRequest) => api.addFormRequest(keys, request),
    onSuccess: async () => {
      setAsked(NOBODY)
      setChecked(false)
      await client.invalidateQueries({ queryKey: ['form-requests', keys.wave] })
    },
  })
  const [name, reach] = [asked.name.trim(), asked.reach.trim()]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (name !== '' && reach !== '' && !add.isPending) add.mutate({ ...asked, name, reach })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h3>{t('requestNew')}</h3>
      <div className="field">
        <label htmlFor={`${id}-form`}>{t('requestForm')}</label>
        <select
          id={`${id}-form`}
          value={asked.form}
          onChange={(event) => setAsked({ ...asked, form: event.target.value as RequestedForm })}
        >
          {REQUESTED_FORMS.map((form) => (
            <option key={form} value={form}>
              {t(`form.${form}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="grid">
        <TextField
          id={`${id}-name`}
          label={t('requestName')}
          value={asked.name}
          maxLength={200}
          missing={checked && name === '' ? t('requestNameMissing') : undefined}
          onChange={(value) => setAsked({ ...asked, name: value })}
        />
        <TextField
          id={`${id}-reach`}
          label={t('requestReach')}
          value={asked.reach}
          maxLength={500}
          missing={checked && reach === '' ? t('requestReachMissing') : undefined}
          onChange={(value) => setAsked({ ...asked, reach: value })}
        />
      </div>
      {add.isError && <FailureNote failure={failureOf(add.error)} />}
      <div className="row">
        <button type="submit" className="btn">
          {add.isPending ? t('busy') : t('requestAdd')}
        </button>
      </div>
    </form>
  )
}
