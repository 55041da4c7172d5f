import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { AnswerToRedact, Redacted } from '../api/desk-types.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'
import { stretchesOf, wordsIn, wordsOf } from './stretches.ts'

/** One open answer, of which words can be chosen to make them unreadable for good. */
export function RedactAnswer(props: {
  readonly study: string
  readonly wave: string
  readonly answer: AnswerToRedact
}): ReactElement {
  const { study, wave, answer } = props
  const { api, t } = useStudio()
  const client = useQueryClient()
  const words = wordsOf(answer.text)
  const [chosen, setChosen] = useState(() => wordsIn(words, answer.found))
  const [why, setWhy] = useState('')
  const redact = useMutation({
    mutationFn: (whole: boolean) => {
      const { response, variable, digest } = answer
      return api.redact(study, wave, {
        response,
        variable,
        digest,
        spans: whole ? null : stretchesOf(words, chosen),
        why,
      })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['redactions', study] }),
  })
  const toggle = (at: number): void =>
    setChosen((before) => new Set(before.has(at) ? [...before].filter((one) => one !== at) : [...before, at]))
  if (redact.data !== undefined) return <Done title={answer.title} redacted={redact.data} />
  const unclear = why.trim().length < 3 || redact.isPending
  const id = `why-${answer.response}-${answer.variable}`
  return (
    <article className="sheet pad stack">
      <h3>{answer.title}</h3>
      <p className="small soft">{t('redactHow')}</p>
      <p className="words">
        {words.map(({ start, end }, at) => (
          <button key={start} type="button" className="word" aria-pressed={chosen.has(at)} onClick={() => toggle(at)}>
            {answer.text.slice(start, end)}
          </button>
        ))}
      </p>
      <TextField
        id={id}
        label={t('redactWhy')}
        help={t('redactWhyHelp')}
        value={why}
        maxLength={500}
        onChange={setWhy}
      />
      {redact.isError && <FailureNote failure={failureOf(redact.error)} />}
      <div className="row">
        <button
          type="button"
          className="btn strong"
          disabled={unclear || chosen.size === 0}
          onClick={() => redact.mutate(false)}
        >
          {t('redactWords', { words: chosen.size })}
        </button>
        <button type="button" className="btn" disabled={unclear} onClick={() => redact.mutate(true)}>
          {t('redactWhole')}
        </button>
      </div>
      <p className="small soft">
        {t('recordsNumber')} <code>{answer.response}</code>
      </p>
    </article>
  )
}

function Done({ title, redacted }: { readonly title: string; readonly redacted: Redacted }): ReactElement {
  const { t } = useStudio()
  const { backups, editions, cleared } = redacted
  return (
    <Note kind={editions.length > 0 ? 'hint' : 'good'} live="status">
      <p>{t('redacted', { title })}</p>
      {!cleared && <p>{t('redactedLater')}</p>}
      {backups > 0 && <p>{t('redactedBackups', { backups })}</p>}
      {editions.length > 0 && (
        <p>{t('redactedEditions', { editions: editions.map(({ edition }) => String(edition)).join(', ') })}</p>
      )}
    </Note>
  )
}
