import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { MARKS, type Mark } from '../api/fieldwork-types.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import type { StepProps } from './step-props.ts'
import { namedInvitations } from './named-invitations.ts'

/** Notes what was heard of invitations, which are named by the codes that stand in their letters. */
export function MarkStep({ keys, frame }: StepProps): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const id = useId()
  const [mark, setMark] = useState<Mark>('undeliverable')
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  const note = useMutation({
    mutationFn: (invitations: readonly string[]) => api.mark(keys, { mark, invitations }),
    onSuccess: async () => {
      setTyped('')
      await client.invalidateQueries({ queryKey: ['account', keys.wave] })
    },
  })
  if (frame.withCode === 0) return <p>{t('marksWithoutCodes')}</p>
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const named = namedInvitations(typed)
    setMissing(named.length === 0)
    if (named.length > 0 && !note.isPending) note.mutate(named)
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={`${id}-mark`}>{t('markWhat')}</label>
        <select
          id={`${id}-mark`}
          value={mark}
          onChange={(event) => setMark(MARKS.find((one) => one === event.target.value) ?? mark)}
        >
          {MARKS.map((one) => (
            <option key={one} value={one}>
              {t(`mark.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-codes`}>{t('markWhich')}</label>
        <textarea
          id={`${id}-codes`}
          rows={4}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          aria-invalid={missing}
          aria-describedby={`${id}-help`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id={`${id}-help`} role={missing ? 'alert' : undefined} className={missing ? 'warm' : 'small soft'}>
          {t(missing ? 'markMissing' : 'markHelp')}
        </p>
      </div>
      {note.isError && <FailureNote failure={failureOf(note.error)} />}
      {note.data !== undefined && (
        <Note kind="good" live="status">
          <p>{t('markNoted', { noted: note.data.noted })}</p>
        </Note>
      )}
      <div className="row">
        <button type="submit" className="btn">
          {note.isPending ? t('busy') : t('markNow')}
        </button>
      </div>
    </form>
  )
}
