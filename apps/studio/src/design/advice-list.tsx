import type { ReactElement } from 'react'
import type { Advice } from '../api/api-types.ts'
import { Icon } from '../frame/icon.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { adviceByPlace, type AdvisedText } from './advice-by-place.ts'
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
        {adviceByPlace(advice).map((advised) => (
          <AdvisedRow key={advised.path} advised={advised} tools={tools} />
        ))}
      </ul>
    </section>
  )
}

function AdvisedRow({
  advised,
  tools,
}: {
  readonly advised: AdvisedText
  readonly tools: EditorTools | null
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  return (
    <li className="note hint">
      <Icon name="hint" />
      <div>
        <p>
          <span className="sr">{t('adviceMark')} </span>
          <q>{advised.text}</q>
        </p>
        <ul className="indications">
          {advised.advice.map((one, index) => (
            // The same words may have the same indication twice in a text.
            <li key={`${one.rule} ${index}`}>
              <strong>{text(one.title)}.</strong> {text(one.reason)} {text(one.hint)}
            </li>
          ))}
        </ul>
        <div className="row">
          <button type="button" className="btn quiet slim" onClick={() => tools?.goToPlace(advised.path)}>
            {t('goToPlace')}
            <span className="sr"> {advised.text}</span>
          </button>
        </div>
      </div>
    </li>
  )
}
