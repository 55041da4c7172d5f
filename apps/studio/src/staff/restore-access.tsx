import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { Member } from '../api/staff-types.ts'
import { Dialog } from '../frame/dialog.tsx'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { LinkToGive } from './link-to-give.tsx'

/** Lets a colleague in again who lost password or telephone: says first what it takes off, then shows the link. */
export function RestoreAccess(props: {
  readonly organisation: string
  readonly member: Member
  readonly onClose: () => void
}): ReactElement {
  const { api, t } = useStudio()
  const { organisation, member, onClose } = props
  const { name } = member
  const restore = useMutation({ mutationFn: () => api.restoreAccess(organisation, member.id) })
  const done = restore.data !== undefined
  return (
    <Dialog
      title={t('restoreAccess')}
      onClose={onClose}
      actions={
        <>
          {!done && (
            <button type="button" className="btn" onClick={() => restore.isPending || restore.mutate()}>
              {restore.isPending ? t('busy') : t('restoreAccessDo')}
            </button>
          )}
          <button type="button" className="btn main" onClick={onClose}>
            {t(done ? 'restoreAccessDone' : 'restoreAccessNot')}
          </button>
        </>
      }
    >
      {done ? (
        <LinkToGive id="restore-link" how={t('restoreAccessLink', { name })} link={restore.data.link} />
      ) : (
        <p>{t('restoreAccessHow', { name })}</p>
      )}
      {restore.isError && <FailureNote failure={failureOf(restore.error)} />}
    </Dialog>
  )
}
