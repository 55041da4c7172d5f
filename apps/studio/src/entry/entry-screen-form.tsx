import { commentKey, type EntryField, type EntryQuestion, type EntryStep } from '@klankbord/model'
import type { KeyboardEvent, ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { problemSentence } from '../problems/problem-sentence.ts'
import { nextPlace } from './next-place.ts'
import { pressOption } from './typed-line.ts'
import { hasOther } from './typed-screen.ts'
import type { EntryRun } from './use-entry-run.ts'

/** One screen of questions to type in: the number of an option, then Enter. */
export function EntryScreenForm(props: {
  readonly run: EntryRun
  readonly step: Extract<EntryStep, { readonly at: 'screen' }>
  readonly paper: boolean
}): ReactElement {
  const { t, language } = useStudio()
  const { run, step, paper } = props
  const { screen, findings, unanswered } = step
  return (
    <form
      key={run.turn}
      ref={atFirstPlace}
      className="stack entry"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run.next()
      }}
    >
      <p className="soft small">{t('entry.place', { number: step.number, total: step.total })}</p>
      {screen.headings.map((heading) => (
        <p key={heading} className="soft">
          {heading}
        </p>
      ))}
      {findings.length > 0 && (
        <Note kind="finding" live="alert">
          {findings.map((finding) => (
            <p key={finding.code + finding.path}>{problemSentence(finding, language)}</p>
          ))}
        </Note>
      )}
      {unanswered.length > 0 && (
        <Note kind="hint" live="status">
          <p>{t('entry.unanswered')}</p>
        </Note>
      )}
      {screen.content.map((part) =>
        'note' in part ? (
          <p key={part.note} className="said">
            {part.note}
          </p>
        ) : (
          <Question key={part.question.name} question={part.question} run={run} />
        ),
      )}
      {paper && <p className="soft small">{t('entry.marksHint')}</p>}
      {run.failure !== null && <FailureNote failure={failureOf(run.failure)} retry={run.next} />}
      <div className="row">
        <button type="submit" className="btn main" disabled={run.busy}>
          {t('entry.next')}
        </button>
        <button type="button" className="btn" onClick={run.back}>
          {t('entry.back')}
        </button>
      </div>
    </form>
  )
}

/** Given to what comes new, it is called once. */
function atFirstPlace(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[data-place]')?.focus()
}

function onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
  const { form } = event.currentTarget
  if (form !== null && nextPlace(form, event.nativeEvent)) event.preventDefault()
}

function Question({ question, run }: { readonly question: EntryQuestion; readonly run: EntryRun }): ReactElement {
  const { title, prompt, description, fields } = question
  return (
    <fieldset className="entry-question">
      <legend>
        {prompt !== undefined && <span className="soft entry-prompt">{prompt}</span>}
        {title}
      </legend>
      {description !== undefined && <p className="soft small">{description}</p>}
      {fields.map((field) => (
        <Place key={field.variable} field={field} title={title} run={run} />
      ))}
    </fieldset>
  )
}

function Place(props: { readonly field: EntryField; readonly title: string; readonly run: EntryRun }): ReactElement {
  const { t } = useStudio()
  const { field, title, run } = props
  const line = run.lines[field.variable] ?? ''
  const wrong = run.wrong[field.variable]
  const id = `place-${field.variable}`
  if (field.kind === 'unsupported') return <p className="warm">{t('entry.unsupported')}</p>
  const shared = {
    id,
    'data-place': field.kind,
    value: line,
    'aria-label': field.label === '' ? title : field.label,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': `${id}-hint`,
    onKeyDown,
  }
  return (
    <div className="field">
      {field.label !== '' && <label htmlFor={id}>{field.label}</label>}
      {field.kind === 'longText' ? (
        <textarea {...shared} rows={4} onChange={(event) => run.type(field.variable, event.target.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          autoComplete="off"
          className={field.options.length > 0 ? 'short' : undefined}
          onChange={(event) => run.type(field.variable, event.target.value)}
        />
      )}
      <p id={`${id}-hint`} className={wrong === undefined ? 'soft small' : 'warm'} role={wrong && 'alert'}>
        {wrong === undefined ? t(`entry.kind.${field.kind}`) : t(`entry.wrong.${wrong}`)}
      </p>
      {field.options.length > 0 && <Options field={field} line={line} run={run} />}
      {hasOther(field, line) && (
        <input
          type="text"
          data-place="text"
          onKeyDown={onKeyDown}
          autoComplete="off"
          aria-label={t('entry.otherWords')}
          placeholder={t('entry.otherWords')}
          value={run.lines[commentKey(field.question)] ?? ''}
          onChange={(event) => run.type(commentKey(field.question), event.target.value)}
        />
      )}
    </div>
  )
}

/** The options with their numbers, to press as well. Who types skips them. */
function Options(props: { readonly field: EntryField; readonly line: string; readonly run: EntryRun }): ReactElement {
  const { field, line, run } = props
  const chosen = line.split(/\D+/)
  return (
    <ol className="entry-options plain">
      {field.options.map(({ text }, at) => (
        <li key={text}>
          <button
            type="button"
            tabIndex={-1}
            className="entry-option"
            aria-pressed={chosen.includes(String(at + 1))}
            onClick={() => run.type(field.variable, pressOption(field, line, at + 1))}
          >
            <b>{at + 1}</b> {text}
          </button>
        </li>
      ))}
    </ol>
  )
}
