import type { ReactElement } from 'react'
import type { Advice } from '../api/api-types.ts'
import { Icon } from '../frame/icon.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import type { EditorTools } from './editor-tools.ts'

/** Indications of the language coach: why a text may be hard, and how it could be put. They stop nothing. */
export function AdviceList(props: {
  readonly advice: readonly Advice[]
  readonly tools: EditorTools | null
}): ReactElement | null {
  const { t } = useStudio()
  const { advice, tools } = props
  if (advice.length === 0) return null
  return (
    <section className="findings" aria-labelledby="advice-title">
      <h2 id="advice-title">{t('adviceTitle', { count: advice.length })}</h2>
      <p className="small soft">{t('adviceWhat')}</p>
      <ul>
        {advice.map((one, index) => (
          // The same words may have the same indication twice in a text.
          <AdviceRow key={`${one.rule} ${one.path} ${index}`} advice={one} tools={tools} />
        ))}
      </ul>
    </section>
  )
}

function AdviceRow({ advice, tools }: { readonly advice: Advice; readonly tools: EditorTools | null }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  return (
    <li className="note hint">
      <Icon name="info" />
      <div>
        <p>
          <span className="sr">{t('adviceMark')} </span>
          <strong>{text(advice.title)}</strong> <q>{advice.text}</q>
        </p>
        <p>
          {text(advice.reason)} {text(advice.hint)}
        </p>
        <div className="row">
          <button type="button" className="btn quiet slim" onClick={() => tools?.goToPlace(advice.path)}>
            {t('goToPlace')}
            <span className="sr"> {text(advice.title)}</span>
          </button>
        </div>
      </div>
    </li>
  )
}
