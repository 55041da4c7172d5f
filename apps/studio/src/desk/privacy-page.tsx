import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { StudyOutline } from '../api/desk-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { Asked } from '../frame/query-state.tsx'
import { dayInWords } from '../language/local-formats.ts'
import { TextField } from '../studies/text-field.tsx'
import { TextArea, WaveField } from './desk-fields.tsx'
import { likelyWave } from './desks.ts'
import { HoldPanel } from './hold-panel.tsx'
import { RedactAnswer } from './redact-answer.tsx'

/** What a privacy officer does: make words unreadable, hold what may not be erased, see who looked. */
export function PrivacyPage({ study }: { readonly study: StudyOutline }): ReactElement {
  return (
    <>
      {study.roles.includes('privacyOfficer') && <Redacting study={study} />}
      <HoldPanel study={study.id} mayHold={study.roles.includes('privacyOfficer')} />
      <Redactions study={study.id} />
      <Looks study={study.id} />
    </>
  )
}

function Redacting({ study }: { readonly study: StudyOutline }): ReactElement {
  const { api, t, language } = useStudio()
  const [wave, setWave] = useState(likelyWave(study)?.id ?? '')
  const [purpose, setPurpose] = useState('')
  const [response, setResponse] = useState('')
  const find = useMutation({
    mutationFn: (after: string | null) =>
      api.flagged(study.id, wave, {
        purpose,
        response: response.trim() === '' ? null : response.trim(),
        after,
        language,
      }),
  })
  const next = find.data?.next ?? null
  const search = (event: FormEvent): void => {
    event.preventDefault()
    if (!find.isPending) find.mutate(null)
  }
  return (
    <section className="stack" aria-labelledby="redacting">
      <h2 id="redacting">{t('redactTitle')}</h2>
      {wave === '' ? (
        <p>{t('deskNoWaves')}</p>
      ) : (
        <form className="stack" onSubmit={search} noValidate>
          <WaveField study={study} value={wave} onChange={setWave} />
          <TextField
            id="redact-response"
            label={t('redactResponse')}
            help={t('redactResponseHelp')}
            value={response}
            maxLength={40}
            onChange={setResponse}
          />
          <TextArea
            id="redact-purpose"
            label={t('recordsPurpose')}
            value={purpose}
            maxLength={500}
            onChange={setPurpose}
          />
          {find.isError && <FailureNote failure={failureOf(find.error)} />}
          <div className="row">
            <button type="submit" className="btn main" disabled={purpose.trim().length < 3}>
              {t('redactFind')}
            </button>
          </div>
        </form>
      )}
      {find.data?.answers.length === 0 && <p>{t('redactNone')}</p>}
      {find.data?.answers.map((answer) => (
        <RedactAnswer
          key={answer.digest + answer.response + answer.variable}
          study={study.id}
          wave={wave}
          answer={answer}
        />
      ))}
      {next !== null && (
        <div className="row">
          <button type="button" className="btn" onClick={() => find.mutate(next)}>
            {t('recordsNext')}
          </button>
        </div>
      )}
    </section>
  )
}

function Redactions({ study }: { readonly study: string }): ReactElement {
  const { api, t, language } = useStudio()
  const query = useQuery({ queryKey: ['redactions', study], queryFn: () => api.redactions(study) })
  return (
    <section className="stack" aria-labelledby="redactions">
      <h2 id="redactions">{t('redactionsTitle')}</h2>
      <Asked query={query}>
        {(redactions) =>
          redactions.length === 0 ? (
            <p>{t('redactionsNone')}</p>
          ) : (
            <ol className="plain stack">
              {redactions.map(({ variable, whole, why, by, on }, at) => (
                <li key={at}>
                  {t('redactionLine', { day: dayInWords(on, language), by, variable, whole: String(whole) })}
                  <br />
                  <span className="soft">{why}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Asked>
    </section>
  )
}

function Looks({ study }: { readonly study: string }): ReactElement {
  const { api, t, language } = useStudio()
  const text = useText()
  const query = useQuery({ queryKey: ['looks', study], queryFn: () => api.looks(study) })
  return (
    <section className="stack" aria-labelledby="looks">
      <h2 id="looks">{t('looksTitle')}</h2>
      <Asked query={query}>
        {(looks) =>
          looks.length === 0 ? (
            <p>{t('looksNone')}</p>
          ) : (
            <ol className="plain stack">
              {looks.map(({ wave, what, responses, purpose, by, on }, at) => (
                <li key={at}>
                  {t(`lookLine.${what}`, { day: dayInWords(on, language), by, responses, wave: text(wave) })}
                  <br />
                  <span className="soft">{purpose}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Asked>
    </section>
  )
}
