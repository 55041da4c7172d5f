import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { LooseAnswer, StudyOutline } from '../api/desk-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { PersonalDataNote, TextArea, WaveField } from './desk-fields.tsx'
import { likelyWave } from './desks.ts'

/** What people wrote who agreed to be quoted, to propose words of it. */
export function QuoteCandidates({ study }: { readonly study: StudyOutline }): ReactElement {
  const { api, t, language } = useStudio()
  const [wave, setWave] = useState(likelyWave(study)?.id ?? '')
  const [after, setAfter] = useState<string | null>(null)
  const query = useQuery({
    queryKey: ['candidates', study.id, wave, after, language],
    queryFn: () => api.quoteCandidates(study.id, wave, after, language),
    enabled: wave !== '',
  })
  return (
    <section className="stack" aria-labelledby="candidates">
      <h2 id="candidates">{t('candidatesTitle')}</h2>
      {wave === '' ? (
        <p>{t('deskNoWaves')}</p>
      ) : (
        <>
          <WaveField
            study={study}
            value={wave}
            onChange={(next) => {
              setWave(next)
              setAfter(null)
            }}
          />
          <Asked query={query}>
            {({ asks, answers, total, next }) => (
              <>
                <p>{t(asks ? 'candidatesCount' : 'candidatesNotAsked', { total })}</p>
                {answers.map((answer) => (
                  <Candidate key={answer.key} study={study.id} wave={wave} answer={answer} />
                ))}
                {next !== null && (
                  <div className="row">
                    <button type="button" className="btn" onClick={() => setAfter(next)}>
                      {t('recordsNext')}
                    </button>
                  </div>
                )}
              </>
            )}
          </Asked>
        </>
      )}
    </section>
  )
}

function Candidate(props: {
  readonly study: string
  readonly wave: string
  readonly answer: LooseAnswer
}): ReactElement {
  const { study, wave, answer } = props
  const { api, t } = useStudio()
  const client = useQueryClient()
  const [text, setText] = useState<string | null>(null)
  const propose = useMutation({
    mutationFn: (quoted: string) => api.proposeQuote(study, { wave, key: answer.key, text: quoted }),
    onSuccess: async () => {
      setText(null)
      await client.invalidateQueries({ queryKey: ['quotes', study] })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text !== null && !propose.isPending) propose.mutate(text)
  }
  return (
    <article className="sheet pad stack">
      <h3>{answer.title}</h3>
      <p className="said">{answer.text}</p>
      <PersonalDataNote kinds={answer.kinds} />
      {propose.isSuccess && text === null && <p role="status">{t('quoteProposed')}</p>}
      {text === null ? (
        <div className="row">
          <button type="button" className="btn" onClick={() => setText(answer.text)}>
            {t('quotePropose')}
          </button>
        </div>
      ) : (
        <form className="stack" onSubmit={submit} noValidate>
          <TextArea
            id={`quote-${answer.key}`}
            label={t('quoteText')}
            help={t('quoteTextHelp')}
            value={text}
            maxLength={2000}
            onChange={setText}
          />
          {propose.isError && <FailureNote failure={failureOf(propose.error)} />}
          <div className="row">
            <button type="submit" className="btn strong" disabled={text.trim() === ''}>
              {t('quoteSend')}
            </button>
            <button type="button" className="btn" onClick={() => setText(null)}>
              {t('quoteCancel')}
            </button>
          </div>
        </form>
      )}
    </article>
  )
}
