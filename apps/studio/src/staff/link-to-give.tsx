import type { ReactElement } from 'react'
import { Icon } from '../frame/icon.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { useCopy } from '../frame/use-copy.ts'

/** A link that works once, to give to a colleague. */
export function LinkToGive(props: { readonly id: string; readonly how: string; readonly link: string }): ReactElement {
  const { t } = useStudio()
  const { copy, copied } = useCopy(props.id, props.link)
  return (
    <div className="stack">
      <p>{props.how}</p>
      <p className="address">
        <span id={props.id}>{props.link}</span>
      </p>
      <div className="row">
        <button type="button" className="btn" onClick={() => void copy()}>
          <Icon name="copy" />
          {t('copyLink')}
        </button>
        <output className="small ok">{copied !== null && t(copied)}</output>
      </div>
    </div>
  )
}
