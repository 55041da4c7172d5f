import type { EntryWave, HelpKind } from '@klankbord/model'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import type { CodeLook } from '../api/entry-client.ts'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'
import { atOnce } from './at-once.ts'
import { EntryChoice } from './entry-choice.tsx'
import { EntryCircumstances } from './entry-circumstances.tsx'
import { EntryScreenForm } from './entry-screen-form.tsx'
import { useEntryRun } from './use-entry-run.ts'

type Spoken = 'telephone' | 'interviewer'

/** One interview, from its beginning to the code to read out. Nothing of it can be opened again. */
export function InterviewEntry(props: {
  readonly study: string
  readonly wave: EntryWave
  readonly onDone: () => void
}): ReactElement {
  const { api, t, language: own } = useStudio()
  const { study, wave } = props
  const channels = (['telephone', 'interviewer'] as const).filter((one) => wave.channels.includes(one))
  const [channel, setChannel] = useState<Spoken>(channels[0] ?? 'telephone')
  const [help, setHelp] = useState<HelpKind>('interviewer')
  const [language, setLanguage] = useState(wave.languages.find((one) => one === own) ?? wave.languages[0] ?? 'nl')
  const [code, setCode] = useState('')
  const [id] = useState(() => crypto.randomUUID())
  const run = useEntryRun({ study, wave: wave.id, language, paper: false })
  const { step } = run
  const withdrawalCode = step?.at === 'end' ? step.withdrawalCode : ''
  const [refused, setRefused] = useState<Exclude<CodeLook, 'unused'> | null>(null)
  const look = useMutation({
    mutationFn: () => api.lookAtCode(study, wave.id, code),
    onSuccess: ({ state }) => {
      setRefused(state === 'unused' ? null : state)
      if (state === 'unused') run.begin({ answers: {}, marks: {} })
    },
  })
  const send = useMutation({
    mutationFn: () =>
      api.sendInterview(study, wave.id, id, {
        answers: run.filled.answers,
        language,
        channel,
        help,
        withdrawalCode,
        ...(wave.mode === 'open' ? {} : { code }),
      }),
  })
  if (send.isSuccess) {
    return (
      <div className="stack">
        <Note kind="good" live="status">
          <p>{t('entry.sent')}</p>
        </Note>
        <p>{t('entry.readOut')}</p>
        <p className="entry-code">{withdrawalCode}</p>
        <button type="button" className="btn main" ref={atOnce} onClick={props.onDone}>
          {t('entry.nextInterview')}
        </button>
      </div>
    )
  }
  if (step?.at === 'screen') return <EntryScreenForm run={run} step={step} paper={false} />
  if (step?.at === 'ending') {
    return (
      <div className="stack">
        {step.words.map((words) => (
          <p key={words} className="said">
            {words}
          </p>
        ))}
        <p>{t('entry.mayNotTakePart')}</p>
        <button type="button" className="btn main" onClick={props.onDone}>
          {t('entry.nextInterview')}
        </button>
      </div>
    )
  }
  if (step?.at === 'end') {
    return (
      <div className="stack">
        <p>{t('entry.readyToSend')}</p>
        {send.isError && wave.mode !== 'open' && (
          <TextField id="entry-code" label={t('entry.code')} value={code} onChange={setCode} maxLength={40} />
        )}
        {send.isError && <FailureNote failure={failureOf(send.error)} />}
        <div className="row">
          <button
            type="button"
            className="btn main"
            ref={atOnce}
            disabled={send.isPending}
            onClick={() => send.mutate()}
          >
            {t('entry.send')}
          </button>
          <button type="button" className="btn" onClick={run.back}>
            {t('entry.back')}
          </button>
        </div>
      </div>
    )
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (wave.mode === 'open') run.begin({ answers: {}, marks: {} })
        else look.mutate()
      }}
    >
      <p className="soft">{t('entry.interviewWhat')}</p>
      <EntryChoice
        id="entry-channel"
        label={t('entry.channel')}
        value={channel}
        values={channels.map((one) => [one, t(`entry.channel.${one}`)] as const)}
        onChoose={setChannel}
      />
      <EntryCircumstances
        help={help}
        onHelp={setHelp}
        languages={wave.languages}
        language={language}
        onLanguage={setLanguage}
      />
      {wave.mode !== 'open' && (
        <TextField
          id="entry-code"
          label={t('entry.code')}
          help={t('entry.codeWhy')}
          value={code}
          onChange={setCode}
          maxLength={40}
          missing={refused === null ? undefined : t(`entry.codeLook.${refused}`)}
        />
      )}
      {look.isError && <FailureNote failure={failureOf(look.error)} />}
      {run.failure !== null && <FailureNote failure={failureOf(run.failure)} />}
      <button type="submit" className="btn main" disabled={look.isPending}>
        {t('entry.begin')}
      </button>
    </form>
  )
}
