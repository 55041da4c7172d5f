import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { AskedLook, LookedAtPage, ReadRecord, StudyOutline } from '../api/desk-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { PersonalDataNote, TextArea, WaveField } from './desk-fields.tsx'
import { likelyWave, readable } from './desks.ts'

/** Single answers of a round, for who says what for. */
export function RecordsPage({ study }: { readonly study: StudyOutline }): ReactElement {
  const { api, t, language } = useStudio()
  const [waveId, setWave] = useState(likelyWave(study)?.id ?? '')
  const [purpose, setPurpose] = useState('')
  const [chosen, setWhat] = useState<AskedLook['what']>('responses')
  const wave = study.waves.find(({ id }) => id === waveId)
  const choices = wave === undefined ? [] : readable(wave, study.roles)
  const what = choices.includes(chosen) ? chosen : 'openAnswers'
  const look = useMutation({
    mutationFn: (after: string | null) => api.look(study.id, waveId, { purpose, what, after, language }),
  })
  if (wave === undefined) return <p>{t('deskNoWaves')}</p>
  const read = (event: FormEvent): void => {
    event.preventDefault()
    if (!look.isPending) look.mutate(null)
  }
  return (
    <>
      <form className="stack" onSubmit={read} noValidate>
        <WaveField study={study} value={waveId} onChange={setWave} />
        {choices.length > 1 ? (
          <fieldset className="stack">
            <legend>{t('recordsWhat')}</legend>
            {choices.map((choice) => (
              <label key={choice} className="pick">
                <input type="radio" name="what" checked={what === choice} onChange={() => setWhat(choice)} />
                {t(`recordsWhat.${choice}`)}
              </label>
            ))}
          </fieldset>
        ) : (
          <p>{t('recordsOnlyOpen')}</p>
        )}
        <TextArea
          id="desk-purpose"
          label={t('recordsPurpose')}
          help={t('recordsPurposeHelp')}
          value={purpose}
          maxLength={500}
          onChange={setPurpose}
        />
        {look.isError && <FailureNote failure={failureOf(look.error)} />}
        <div className="row">
          <button type="submit" className="btn main" disabled={purpose.trim().length < 3}>
            {t('recordsRead')}
          </button>
        </div>
      </form>
      {look.data !== undefined && <Page page={look.data} onNext={look.mutate} />}
    </>
  )
}

function Page({
  page,
  onNext,
}: {
  readonly page: LookedAtPage
  readonly onNext: (after: string) => void
}): ReactElement {
  const { t } = useStudio()
  const { next } = page
  const shown = page.what === 'responses' ? page.records.length : page.answers.length
  return (
    <section className="stack" aria-labelledby="read">
      <h2 id="read">{t(`recordsShown.${page.what}`, { shown, total: page.total })}</h2>
      {page.what === 'responses'
        ? page.records.map((record) => <Record key={record.id} record={record} />)
        : page.answers.map(({ key, title, text, kinds }) => (
            <article key={key} className="sheet pad stack">
              <h3>{title}</h3>
              <p className="said">{text}</p>
              <PersonalDataNote kinds={kinds} />
            </article>
          ))}
      {next !== null && (
        <div className="row">
          <button type="button" className="btn" onClick={() => onNext(next)}>
            {t('recordsNext')}
          </button>
        </div>
      )}
    </section>
  )
}

function Record({ record }: { readonly record: ReadRecord }): ReactElement {
  const { t } = useStudio()
  return (
    <article className="sheet pad stack">
      <dl className="answers">
        {record.answers.map(({ title, shown }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="said">{shown}</dd>
          </div>
        ))}
      </dl>
      <PersonalDataNote kinds={[...new Set(Object.values(record.flags).flat())]} />
      <p className="small soft">
        {t('recordsNumber')} <code>{record.id}</code>
      </p>
    </article>
  )
}
