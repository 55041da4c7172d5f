import type { WaveMode, WaveSummary } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { StudyDetail } from '../api/api-types.ts'
import { WhatHappens } from '../frame/dialog.tsx'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { ChannelChoice } from './channel-choice.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { LimitChoice } from './limit-choice.tsx'
import { ModeChoice } from './mode-choice.tsx'
import { PlanChoice } from './plan-choice.tsx'
import { AT_ONCE, plannedFields } from './round-plan.ts'
import { PortionChoice } from './portion-choice.tsx'
import { PORTION, portionOf } from './portion-of.ts'
import { PeopleAdvice } from '../privacy/people-advice.tsx'
import { openLanguages } from '../study/open-languages.ts'
import { LanguageReviews } from '../study/language-reviews.tsx'
import { UntranslatedNote } from '../study/untranslated-note.tsx'

/** Opens a round, after saying what that means. */
export function OpenWaveForm(props: {
  readonly study: StudyDetail
  readonly version: number
  /** Whether it is the first round of the study. */
  readonly first: boolean
  readonly onOpened: (wave: WaveSummary) => void
}): ReactElement {
  const { api, t, language } = useStudio()
  const client = useQueryClient()
  const { study, version, first, onOpened } = props
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [title, setTitle] = useState(() => t('waveTitleStart', { year: new Date().getFullYear() }))
  const [missing, setMissing] = useState(false)
  const [mode, setMode] = useState<WaveMode>('open')
  const [typed, setTyped] = useState(String(PORTION.usual))
  const [plan, setPlan] = useState(AT_ONCE)
  const portion = mode === 'codeAnonymous' ? portionOf(typed) : PORTION.usual
  const open = useMutation({
    mutationFn: () =>
      api.openWave(study.id, {
        title: { [language]: title.trim() },
        mode,
        ...(mode === 'codeAnonymous' && portion !== null && { portion }),
        ...plannedFields(plan),
      }),
    onSuccess: async (wave) => {
      await client.invalidateQueries()
      onOpened(wave)
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setMissing(title.trim() === '')
    if (title.trim() === '') field.current?.focus()
    else if (portion !== null && !open.isPending) open.mutate()
  }
  return (
    <form className="sheet pad stack open-wave" onSubmit={submit} noValidate>
      <h2>{t(first ? 'openFirstWave' : 'openNextWave')}</h2>
      <WhatHappens
        sentences={[
          t(mode === 'open' ? 'openWave1' : 'openWave1Code'),
          t('openWave2', { version }),
          t('openWave3'),
          t('openWave4'),
        ]}
      />
      <LanguageReviews languages={study.languages} reviews={study.reviews} findings={study.findings} />
      <UntranslatedNote checked={study} />
      {study.changed && (
        <Note kind="hint">
          <p>{t('openWaveChanged', { version })}</p>
        </Note>
      )}
      <div className="field">
        <label htmlFor={id}>{t('waveTitleLabel')}</label>
        <input
          ref={field}
          id={id}
          type="text"
          value={title}
          maxLength={100}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-missing` : undefined}
          onChange={(event) => setTitle(event.target.value)}
        />
        {missing && (
          <p id={`${id}-missing`} role="alert" className="warm">
            {t('waveTitleMissing')}
          </p>
        )}
      </div>
      <ModeChoice mode={mode} onChoose={setMode} />
      {mode === 'codeAnonymous' && <PortionChoice typed={typed} onType={setTyped} />}
      <ChannelChoice plan={plan} onChange={setPlan} />
      <LanguageChoice open={openLanguages(study)} plan={plan} onChange={setPlan} />
      <LimitChoice plan={plan} onChange={setPlan} />
      <PlanChoice plan={plan} onChange={setPlan} />
      <PeopleAdvice study={study} of="version" />
      {open.isError && <FailureNote failure={failureOf(open.error)} />}
      <div className="row">
        <button type="submit" className="btn main">
          {open.isPending ? t('busy') : t('openWave')}
        </button>
      </div>
    </form>
  )
}
