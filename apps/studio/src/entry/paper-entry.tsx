import type { EntryWave, HelpKind, PaperFormState } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'
import { atOnce } from './at-once.ts'
import { EntryCircumstances } from './entry-circumstances.tsx'
import { EntryScreenForm } from './entry-screen-form.tsx'
import { PaperDifferences, type Differing } from './paper-differences.tsx'
import { useEntryRun } from './use-entry-run.ts'

/** Paper forms one after another: the number, the questions, and where somebody else typed otherwise what is right. */
export function PaperEntry({ study, wave }: { readonly study: string; readonly wave: EntryWave }): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const [form, setForm] = useState('')
  const [help, setHelp] = useState<HelpKind>('notKnown')
  const [language, setLanguage] = useState(wave.languages[0] ?? 'nl')
  const [at, setAt] = useState<'header' | 'questions' | 'differences'>('header')
  const [differing, setDiffering] = useState<Differing | null>(null)
  const [last, setLast] = useState<PaperFormState['state'] | null>(null)
  const run = useEntryRun({ study, wave: wave.id, language, paper: true })

  const show = (known: PaperFormState): void => {
    setDiffering(known.state === 'differs' ? known : null)
    setAt(known.state === 'differs' ? 'differences' : 'header')
  }
  const look = useMutation({
    mutationFn: () => api.lookAtForm(study, wave.id, form),
    onSuccess: (known) => {
      setLast(null)
      if (known.own !== null) {
        setHelp(known.own.help)
        setLanguage(known.own.language)
      }
      const before = known.own ?? { answers: {}, marks: {} }
      run.begin({ answers: before.answers, marks: before.marks })
      if (known.state === 'differs') show(known)
      else setAt('questions')
    },
  })
  const keep = useMutation({
    mutationFn: (choices: Readonly<Record<string, 'own' | 'other'>> | null) => {
      const decision = choices === null || differing === null ? null : { choices, seen: differing.seen }
      return api.typeForm(study, wave.id, { form, help, language, ...run.filled, decision })
    },
    onSuccess: async (known) => {
      show(known)
      setLast(known.state)
      if (known.state !== 'differs') setForm('')
      await client.invalidateQueries({ queryKey: ['entryDesk', study] })
    },
  })

  const { step } = run
  if (at === 'differences' && differing !== null) {
    return (
      <div className="stack">
        <PaperDifferences
          key={differing.seen}
          differing={differing}
          busy={keep.isPending}
          onDecide={keep.mutate}
          onTypeAgain={(question) => {
            run.begin(run.filled, question ?? undefined)
            setAt('questions')
          }}
        />
        {keep.isError && <FailureNote failure={failureOf(keep.error)} retry={() => look.mutate()} />}
      </div>
    )
  }
  if (at === 'questions' && step?.at === 'screen') return <EntryScreenForm run={run} step={step} paper />
  if (at === 'questions' && step !== null) {
    return (
      <div className="stack">
        <p>{t(step.at === 'end' ? 'entry.formAtEnd' : 'entry.mayNotTakePart')}</p>
        {keep.isError && <FailureNote failure={failureOf(keep.error)} />}
        <div className="row">
          {step.at === 'end' && (
            <button
              type="button"
              className="btn main"
              ref={atOnce}
              disabled={keep.isPending}
              onClick={() => keep.mutate(null)}
            >
              {t('entry.keepForm')}
            </button>
          )}
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
        look.mutate()
      }}
    >
      {(last === 'waits' || last === 'stored') && (
        <Note kind="good" live="status">
          <p>{t(last === 'waits' ? 'entry.formWaits' : 'entry.formStored')}</p>
        </Note>
      )}
      <p className="soft">{t(wave.paper === 'double' ? 'entry.paperDouble' : 'entry.paperSingle')}</p>
      <TextField
        key={last}
        id="entry-form"
        label={t(wave.mode === 'open' ? 'entry.formNumber' : 'entry.formCode')}
        help={t(wave.mode === 'open' ? 'entry.formNumberWhy' : 'entry.formCodeWhy')}
        value={form}
        onChange={setForm}
        maxLength={40}
        inputRef={atOnce}
      />
      <EntryCircumstances
        help={help}
        onHelp={setHelp}
        languages={wave.languages}
        language={language}
        onLanguage={setLanguage}
      />
      {look.isError && <FailureNote failure={failureOf(look.error)} />}
      <button type="submit" className="btn main" disabled={form.trim() === '' || look.isPending}>
        {t('entry.typeForm')}
      </button>
    </form>
  )
}
