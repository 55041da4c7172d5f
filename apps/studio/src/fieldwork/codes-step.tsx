import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import type { StepProps } from './step-props.ts'

/** Gives everybody who is invited a code of their own. */
export function CodesStep({ keys, frame }: StepProps): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const make = useMutation({
    mutationFn: () => api.makeCodes(keys),
    onSuccess: () => client.invalidateQueries(),
  })
  const { invitations, withCode } = frame
  if (invitations === 0) return <p>{t('codesWithoutDraw')}</p>
  return (
    <>
      <p>{t(withCode < invitations ? 'codesWhat' : 'codesDone', { codes: withCode })}</p>
      {make.isError && <FailureNote failure={failureOf(make.error)} />}
      {withCode < invitations && (
        <div className="row">
          <button type="button" className="btn main" onClick={() => make.isPending || make.mutate()}>
            {make.isPending ? t('busy') : t('codesMake', { count: invitations - withCode })}
          </button>
        </div>
      )}
    </>
  )
}
