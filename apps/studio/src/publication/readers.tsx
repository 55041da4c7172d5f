import type { PublicationSummary } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { Dialog } from '../frame/dialog.tsx'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'

/** Who may read an edition, and changing that for good: open to everybody, or withdrawn. */
export function Readers(props: { readonly study: string; readonly publication: PublicationSummary }): ReactElement {
  const { t } = useStudio()
  const { study, publication } = props
  const [asking, setAsking] = useState<'public' | 'withdrawn' | null>(null)
  return (
    <div className="row">
      <span className={publication.readers === 'members' ? 'tag' : 'tag oktag'}>
        {t(`readers.${publication.readers}`)}
      </span>
      {publication.readers === 'members' && publication.partOf === null && (
        <button type="button" className="btn slim" onClick={() => setAsking('public')}>
          {t('makePublic')}
        </button>
      )}
      <button type="button" className="btn slim" onClick={() => setAsking('withdrawn')}>
        {t('withdrawResults')}
      </button>
      {asking !== null && (
        <Change study={study} publication={publication} to={asking} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}

function Change(props: {
  readonly study: string
  readonly publication: PublicationSummary
  readonly to: 'public' | 'withdrawn'
  readonly onClose: () => void
}): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const { study, publication, to, onClose } = props
  const change = useMutation({
    mutationFn: () => api.changeReaders(study, publication.id, to),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const { edition } = publication
  return (
    <Dialog
      title={t(to === 'public' ? 'makePublic' : 'withdrawResults')}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('notYet')}
          </button>
          <button type="button" className="btn strong" onClick={() => change.isPending || change.mutate()}>
            {t(to === 'public' ? 'makePublic' : 'withdrawResults')}
          </button>
        </>
      }
    >
      <p>{t(to === 'public' ? 'makePublicAsk' : 'withdrawAsk', { edition })}</p>
      {change.isError && <FailureNote failure={failureOf(change.error)} />}
    </Dialog>
  )
}
