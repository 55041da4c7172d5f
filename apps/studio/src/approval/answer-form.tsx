import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { OrganisationApproval } from '../api/work-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { WordsField } from './words-field.tsx'

/** Agrees to a version for an organisation, or sends it back with a remark. */
export function AnswerForm(props: {
  readonly study: string
  readonly version: number
  readonly organisation: OrganisationApproval
}): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const { study, version, organisation } = props
  const { organisationId, name } = organisation
  const [remark, setRemark] = useState('')
  const answer = useMutation({
    mutationFn: (given: 'agreed' | 'sentBack') =>
      api.answerApproval(study, { organisationId, version, answer: given, remark: remark.trim() }),
    onSuccess: async (approvals) => {
      client.setQueryData(['approvals', study], approvals)
      await client.invalidateQueries({ queryKey: ['my-work'] })
    },
  })
  const give = (given: 'agreed' | 'sentBack'): void => {
    if (!answer.isPending) answer.mutate(given)
  }
  return (
    <section className="stack" aria-labelledby={`answer-${organisationId}`}>
      <h2 id={`answer-${organisationId}`}>{t('answerTitle', { name, version })}</h2>
      <WordsField
        id={`remark-${organisationId}`}
        label={t('remarkLabel')}
        help={t('remarkHelp')}
        value={remark}
        onChange={setRemark}
      />
      {answer.isError && <FailureNote failure={failureOf(answer.error)} />}
      <div className="row">
        <button type="button" className="btn main" onClick={() => give('agreed')}>
          {t('agreeAction')}
        </button>
        <button type="button" className="btn" disabled={remark.trim() === ''} onClick={() => give('sentBack')}>
          {t('sendBackAction')}
        </button>
      </div>
    </section>
  )
}
