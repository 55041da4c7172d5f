import type { ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { Note } from '../frame/note.tsx'
import { differenceOf } from './text-difference.ts'

/** Somebody else saved in between: both versions side by side, to choose one. */
export function StaleChoice(props: {
  readonly mine: string
  readonly theirs: string
  readonly onMine: () => void
  readonly onTheirs: () => void
}): ReactElement {
  const { t } = useStudio()
  const difference = differenceOf(props.mine, props.theirs)
  return (
    <section className="stale" aria-labelledby="stale-title">
      <Note kind="finding" live="alert">
        <h2 id="stale-title" tabIndex={-1}>
          {t('staleTitle')}
        </h2>
        <p>{t('staleWhat', { line: difference.line })}</p>
      </Note>
      <div className="sides">
        <Side title={t('staleMine')} text={difference.mine} action={t('staleKeepMine')} onChoose={props.onMine} />
        <Side
          title={t('staleTheirs')}
          text={difference.theirs}
          action={t('staleTakeTheirs')}
          onChoose={props.onTheirs}
        />
      </div>
    </section>
  )
}

function Side(props: {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly onChoose: () => void
}): ReactElement {
  return (
    <div className="sheet pad stack">
      <h3>{props.title}</h3>
      <textarea readOnly rows={12} aria-label={props.title} value={props.text} />
      <button type="button" className="btn" onClick={props.onChoose}>
        {props.action}
      </button>
    </div>
  )
}
