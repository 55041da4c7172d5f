import type { WaveSummary } from '@klankbord/model'
import { Fragment, type ReactElement } from 'react'
import { Dialog, WhatHappens } from '../frame/dialog.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import type { CorrectionForm } from './correction-choice.ts'
import { CorrectionFields } from './correction-fields.tsx'
import { EmbargoMoment } from './embargo-moment.tsx'
import type { WantedReaders } from './readers-choice.ts'

/** Asks whether somebody is sure to publish an edition, for whom it is, and why it takes the place of the one before. */
export function AskPublish(props: {
  readonly wave: WaveSummary
  readonly edition: number
  readonly busy: boolean
  readonly readers: WantedReaders
  readonly onReaders: (readers: WantedReaders) => void
  /** Of an embargo, as its field gives it. */
  readonly until: string
  readonly onUntil: (until: string) => void
  readonly why: CorrectionForm
  readonly onWhy: (form: CorrectionForm) => void
  /** Whether everything that is needed was filled in. */
  readonly ready: boolean
  readonly onPublish: () => void
  readonly onClose: () => void
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const { wave, edition, busy } = props
  const sentences = [
    t('publish1', { answers: wave.answers }),
    t('publish2'),
    t('publish3'),
    t('publish4'),
    t(`publish5.${props.readers}`) + (wave.state === 'open' ? ` ${t('publishNextEdition')}` : ''),
  ]
  return (
    <Dialog
      title={t('publishAskTitle', { edition, title: text(wave.title) })}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" className="btn" onClick={props.onClose}>
            {t('notYet')}
          </button>
          <button type="button" className="btn strong" disabled={!props.ready} onClick={props.onPublish}>
            {busy ? t('busy') : t('publishNow', { edition })}
          </button>
        </>
      }
    >
      <p>
        {t('publishForGood')}
        {edition > 1 && ` ${t('publishAsksWhy')}`}
      </p>
      <p>{t('publishHappens')}</p>
      <WhatHappens sentences={sentences} />
      <fieldset className="choice">
        <legend>{t('whoReads')}</legend>
        {(['everybody', 'embargoed', 'members', 'draft'] as const).map((one) => (
          <Fragment key={one}>
            <label className="tick">
              <input
                type="radio"
                name="readers"
                checked={props.readers === one}
                onChange={() => props.onReaders(one)}
              />
              <span>{t(`whoReads.${one}`)}</span>
            </label>
            {one === 'embargoed' && props.readers === one && (
              <EmbargoMoment until={props.until} onChange={props.onUntil} />
            )}
          </Fragment>
        ))}
      </fieldset>
      {edition > 1 && <CorrectionFields edition={edition - 1} form={props.why} onChange={props.onWhy} />}
    </Dialog>
  )
}
