import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { OrganisationApproval } from '../api/work-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { useSession } from '../session/use-session.ts'

const CHOICES = { rule: null, always: true, never: false } as const
type Choice = keyof typeof CHOICES

/** Whether fieldwork waits for an organisation, for who may say so. */
export function ApprovalSettings(props: {
  readonly study: string
  readonly organisations: readonly OrganisationApproval[]
}): ReactElement | null {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const session = useSession({ ask: false })
  const { study, organisations } = props
  const administers = session.data?.user.administrator === true
  const set = useMutation({
    mutationFn: ({ id, choice }: { readonly id: string; readonly choice: Choice }) =>
      api.setApproval(study, id, CHOICES[choice]),
    onSuccess: () => client.invalidateQueries({ queryKey: ['approvals', study] }),
  })
  const own = organisations.filter(({ mine }) => mine || administers)
  if (own.length === 0) return null
  return (
    <section className="stack" aria-labelledby="needed">
      <h2 id="needed">{t('neededTitle')}</h2>
      {own.map(({ organisationId: id, name, setting }) => (
        <div key={id} className="field">
          <label htmlFor={`needed-${id}`}>{name}</label>
          <select
            id={`needed-${id}`}
            value={setting === null ? 'rule' : setting ? 'always' : 'never'}
            onChange={(event) => set.mutate({ id, choice: event.target.value as Choice })}
          >
            {(Object.keys(CHOICES) as readonly Choice[]).map((choice) => (
              <option key={choice} value={choice}>
                {t(`needed.${choice}`)}
              </option>
            ))}
          </select>
        </div>
      ))}
      {set.isError && <FailureNote failure={failureOf(set.error)} />}
    </section>
  )
}
