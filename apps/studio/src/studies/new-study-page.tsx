import type { InstrumentSummary } from '@klankbord/model'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type FormEvent, type ReactElement } from 'react'
import { Link, useLocation } from 'wouter'
import { failureOf } from '../api/api-failure.ts'
import { Frame } from '../frame/frame.tsx'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { InstrumentChoice } from './instrument-choice.tsx'
import { missingFields, newStudyInput, type NewStudyForm as FilledIn } from './new-study-input.ts'
import { OrganisationField } from './organisation-field.tsx'
import { firstOrganisation, ownOrganisations } from './own-organisations.ts'
import { TextField } from './text-field.tsx'

/** Makes a study from a questionnaire that is ready. */
export function NewStudyPage(): ReactElement {
  const { api, t } = useStudio()
  const heading = usePage(t('newStudy'))
  const query = useQuery({
    queryKey: ['new-study'],
    queryFn: async () => {
      const [instruments, session, organisations] = await Promise.all([
        api.instruments(),
        api.session(),
        api.organisations(),
      ])
      const names = ownOrganisations(session, organisations)
      return { instruments, names, mayAdd: session.user.administrator }
    },
  })
  return (
    <Frame crumb={<Link href="/">{t('studiesTitle')}</Link>}>
      <div className="narrow letter">
        <h1 ref={heading} tabIndex={-1}>
          {t('newStudyTitle')}
        </h1>
        <p className="soft">{t('newStudyCalm')}</p>
        <Asked query={query}>{(offered) => <NewStudyForm {...offered} />}</Asked>
      </div>
    </Frame>
  )
}

function NewStudyForm({
  instruments,
  names,
  mayAdd,
}: {
  readonly instruments: readonly InstrumentSummary[]
  readonly names: readonly string[]
  readonly mayAdd: boolean
}): ReactElement {
  const { api, t, language } = useStudio()
  const text = useText()
  const client = useQueryClient()
  const [, go] = useLocation()
  const titleField = useRef<HTMLInputElement>(null)
  const organisationField = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const [chosen, setChosen] = useState(instruments[0])
  const [written, setWritten] = useState<string | null>(null)
  const [organisation, setOrganisation] = useState(() => firstOrganisation(names))
  const [helpPhone, setHelpPhone] = useState('')
  const [missing, setMissing] = useState<ReturnType<typeof missingFields>>([])
  const title = written ?? (chosen === undefined ? '' : text(chosen.title))
  const create = useMutation({
    mutationFn: (form: FilledIn) => api.createStudy(newStudyInput(form, language)),
    onSuccess: async (study) => {
      await client.invalidateQueries({ queryKey: ['studies'] })
      go(`/studies/${study.id}/design`)
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const form = { title, organisation, helpPhone, instrument: chosen?.id ?? '' }
    const still = missingFields(form)
    setMissing(still)
    const field = still[0] === 'title' ? titleField : organisationField
    if (still.length > 0) field.current?.focus()
    else if (chosen !== undefined && !create.isPending) create.mutate(form)
  }
  const failure = create.isError ? failureOf(create.error) : null
  const refused = failure?.code === 'notAllowed'
  if (chosen === undefined) return <p>{t('noInstruments')}</p>
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <InstrumentChoice instruments={instruments} chosen={chosen} onChoose={setChosen} />
      <TextField
        id="title"
        label={t('studyTitleLabel')}
        help={t('studyTitleHelp')}
        value={title}
        onChange={setWritten}
        maxLength={200}
        missing={missing.includes('title') ? t('studyTitleMissing') : undefined}
        inputRef={titleField}
      />
      <OrganisationField
        names={names}
        mayAdd={mayAdd}
        value={organisation}
        onChange={setOrganisation}
        wrong={
          missing.includes('organisation') ? t('organisationMissing') : refused ? t('organisationRefused') : undefined
        }
        inputRef={organisationField}
      />
      <TextField
        id="help-phone"
        label={t('helpPhoneLabel')}
        help={t('helpPhoneHelp')}
        value={helpPhone}
        onChange={setHelpPhone}
        maxLength={40}
      />
      {failure !== null && !refused && <FailureNote failure={failure} />}
      <div className="row">
        <button type="submit" className="btn main">
          {create.isPending ? t('makingStudy') : t('makeStudy')}
        </button>
      </div>
    </form>
  )
}
