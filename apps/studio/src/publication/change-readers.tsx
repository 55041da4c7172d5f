import { WITHDRAWAL_REASONS, type PublicationSummary } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { Dialog } from '../frame/dialog.tsx'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { EmbargoMoment } from './embargo-moment.tsx'
import { changeOf, type ReadersChange, type ReadersChoice, type ReadersForm } from './readers-choice.ts'
import { WithdrawalWords } from './withdrawal-words.tsx'

/** Asks whether somebody is sure, and what else a decision needs: a moment, or a reason that readers get to see. */
export function ChangeReaders(props: {
  readonly study: string
  readonly publication: PublicationSummary
  readonly choice: ReadersChoice
  readonly onClose: () => void
}): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const { study, publication, choice, onClose } = props
  const [form, setForm] = useState<ReadersForm>({ until: '', reason: '', words: '' })
  const decided = changeOf(choice, form)
  const change = useMutation({
    mutationFn: (to: ReadersChange) => api.changeReaders(study, publication.id, to),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  return (
    <Dialog
      title={t(`readersChoice.${choice}`)}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('notYet')}
          </button>
          <button
            type="button"
            className="btn strong"
            disabled={decided === null}
            onClick={() => decided === null || change.isPending || change.mutate(decided)}
          >
            {t(`readersChoice.${choice}`)}
          </button>
        </>
      }
    >
      <p>{t(`readersAsk.${choice}`, { edition: publication.edition })}</p>
      {choice === 'embargoed' && <EmbargoMoment until={form.until} onChange={(until) => setForm({ ...form, until })} />}
      {choice === 'withdrawn' && <Reason form={form} onChange={setForm} />}
      {change.isError && <FailureNote failure={failureOf(change.error)} />}
    </Dialog>
  )
}

interface FormPart {
  readonly form: ReadersForm
  readonly onChange: (form: ReadersForm) => void
}

function Reason({ form, onChange }: FormPart): ReactElement {
  const { t } = useStudio()
  return (
    <>
      <fieldset className="choice">
        <legend>{t('withdrawalWhy')}</legend>
        {WITHDRAWAL_REASONS.map((reason) => (
          <label key={reason} className="tick">
            <input
              type="radio"
              name="reason"
              checked={form.reason === reason}
              onChange={() => onChange({ ...form, reason })}
            />
            <span>{t(`withdrawalReason.${reason}`)}</span>
          </label>
        ))}
      </fieldset>
      <WithdrawalWords words={form.words} onChange={(words) => onChange({ ...form, words })} />
    </>
  )
}
