import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type FormEvent, type ReactElement } from 'react'
import { Link, useLocation } from 'wouter'
import { failureOf } from '../api/api-failure.ts'
import type { InstrumentSummary } from '../api/api-types.ts'
import { Frame } from '../frame/frame.tsx'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'

/** Makes a study from a questionnaire that is ready. */
export function NewStudyPage(): ReactElement {
  const { api, t } = useStudio()
  const heading = usePage(t('newStudy'))
  const query = useQuery({ queryKey: ['instruments'], queryFn: () => api.instruments() })
  return (
    <Frame crumb={<Link href="/">{t('studiesTitle')}</Link>}>
      <div className="narrow letter">
        <h1 ref={heading} tabIndex={-1}>
          {t('newStudyTitle')}
        </h1>
        <p className="soft">{t('newStudyCalm')}</p>
        <Asked query={query}>{(instruments) => <NewStudyForm instruments={instruments} />}</Asked>
      </div>
    </Frame>
  )
}

function NewStudyForm({ instruments }: { readonly instruments: readonly InstrumentSummary[] }): ReactElement {
  const { api, t, language } = useStudio()
  const text = useText()
  const client = useQueryClient()
  const [, go] = useLocation()
  const field = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(instruments[0])
  const [written, setWritten] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const title = written ?? (chosen === undefined ? '' : text(chosen.title))
  const create = useMutation({
    mutationFn: (instrument: string) => api.createStudy({ title: { [language]: title.trim() }, instrument }),
    onSuccess: async (study) => {
      await client.invalidateQueries({ queryKey: ['studies'] })
      go(`/studies/${study.id}/design`)
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setMissing(title.trim() === '')
    if (title.trim() === '') field.current?.focus()
    else if (chosen !== undefined && !create.isPending) create.mutate(chosen.id)
  }
  if (chosen === undefined) return <p>{t('noInstruments')}</p>
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <fieldset className="pickone">
        <legend>{t('whichInstrument')}</legend>
        {instruments.map((instrument) => (
          <label key={instrument.id}>
            <input
              type="radio"
              name="instrument"
              checked={instrument.id === chosen.id}
              onChange={() => setChosen(instrument)}
            />
            <span>{text(instrument.title)}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="title">{t('studyTitleLabel')}</label>
        <input
          ref={field}
          id="title"
          type="text"
          value={title}
          maxLength={200}
          aria-invalid={missing}
          aria-describedby={missing ? 'title-missing' : 'title-help'}
          onChange={(event) => setWritten(event.target.value)}
        />
        <p id="title-help" className="small soft">
          {t('studyTitleHelp')}
        </p>
        {missing && (
          <p id="title-missing" role="alert" className="warm">
            {t('studyTitleMissing')}
          </p>
        )}
      </div>
      {create.isError && <FailureNote failure={failureOf(create.error)} />}
      <div className="row">
        <button type="submit" className="btn main">
          {create.isPending ? t('makingStudy') : t('makeStudy')}
        </button>
      </div>
    </form>
  )
}
