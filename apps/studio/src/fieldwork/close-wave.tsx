import type { WaveSummary } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { StudyDetail } from '../api/api-types.ts'
import { Dialog, WhatHappens } from '../frame/dialog.tsx'
import { FailureNote } from '../frame/note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { closingWords } from './closing-words.ts'

/** Closing cannot be undone: what happens stands before the button. */
export function CloseWave(props: {
  readonly study: StudyDetail
  readonly wave: WaveSummary
  readonly onClose: () => void
}): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const client = useQueryClient()
  const { study, wave, onClose } = props
  const close = useMutation({
    mutationFn: () => api.closeWave(study.id, wave.id),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const sentences = closingWords(wave).map((word) => t(word, { answers: wave.answers }))
  return (
    <Dialog
      title={t('closeTitle', { title: text(wave.title) })}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="btn" onClick={() => close.isPending || close.mutate()}>
            {close.isPending ? t('busy') : t('closeNow')}
          </button>
          <button type="button" className="btn main" onClick={onClose}>
            {t('keepOpen')}
          </button>
        </>
      }
    >
      <p>{t('closeForGood')}</p>
      <WhatHappens sentences={sentences} />
      {close.isError && <FailureNote failure={failureOf(close.error)} />}
    </Dialog>
  )
}
