import type { WaveMode } from '@klankbord/model'
import { useId, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'

const MODES: readonly WaveMode[] = ['open', 'codeAnonymous', 'codeConfidential']

/** How people get into a round, each way with one plain sentence. It can't be changed once the round is open. */
export function ModeChoice(props: {
  readonly mode: WaveMode
  readonly onChoose: (mode: WaveMode) => void
}): ReactElement {
  const { t } = useStudio()
  const id = useId()
  return (
    <fieldset className="pickone">
      <legend>{t('modeChoice')}</legend>
      {MODES.map((mode) => (
        <div key={mode} className={props.mode === mode ? 'option chosen' : 'option'}>
          <label>
            <input
              type="radio"
              name={id}
              checked={props.mode === mode}
              aria-describedby={`${id}-${mode}`}
              onChange={() => props.onChoose(mode)}
            />
            <span className="name">{t(`modeChoice.${mode}`)}</span>
            <span id={`${id}-${mode}`} className="small">
              {t(`modeChoiceWhat.${mode}`)}
            </span>
          </label>
        </div>
      ))}
      <p className="soft small">{t('modeChoiceFixed')}</p>
    </fieldset>
  )
}
