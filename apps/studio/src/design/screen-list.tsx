import type { ReactElement } from 'react'
import type { ScreenSummary } from '../api/api-types.ts'
import { useStudio, useText } from '../frame/studio-context.tsx'

/** The screens that people will see, in order. */
export function ScreenList(props: {
  readonly screens: readonly ScreenSummary[]
  readonly current: string | null
  readonly onChoose: (screen: string) => void
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  return (
    <nav className="list rail" aria-label={t('screensLabel')}>
      <h2>{t('screensCount', { count: props.screens.length })}</h2>
      <ol>
        {props.screens.map((screen, index) => (
          <li key={screen.id}>
            <button
              type="button"
              className="q"
              title={text(screen.title)}
              aria-current={screen.id === props.current ? 'true' : undefined}
              onClick={() => props.onChoose(screen.id)}
            >
              <span className="n">{index + 1}</span>
              <span className="txt">{text(screen.title)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
