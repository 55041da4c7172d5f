import type { ReactElement } from 'react'
import { Icon, type IconName } from '../frame/icon.tsx'
import { Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { languageName } from '../language/local-formats.ts'
import { LanguageDraftNote } from '../study/language-reviews.tsx'
import type { Device } from './device.ts'
import { PreviewFrame } from './preview-frame.tsx'
import { stillThere, type PreviewState } from './preview-state.ts'

const DEVICES = ['phone', 'desktop'] as const satisfies readonly (Device & IconName)[]

/** The respondent's own page, as people will read it. */
export function PreviewPane(props: {
  readonly study: string
  readonly preview: PreviewState
  readonly screen: string | null
  /** Goes up each time a screen is chosen. */
  readonly visit: number
  readonly onWalk: (screen: string) => void
  readonly device: Device
  readonly onDevice: (device: Device) => void
  readonly language: string | null
  readonly onLanguage: (language: string) => void
}): ReactElement {
  const { t, language: own } = useStudio()
  const { preview, screen, device } = props
  const language = stillThere(props.language, preview.languages)
  return (
    <section className={`canvas ${device}`} aria-label={t('previewLabel')}>
      <div className="canvas-head">
        <fieldset className="seg">
          <legend className="sr">{t('previewWidth')}</legend>
          {DEVICES.map((one) => (
            <button key={one} type="button" aria-pressed={one === device} onClick={() => props.onDevice(one)}>
              <Icon name={one} />
              <span>{t(`device.${one}`)}</span>
            </button>
          ))}
        </fieldset>
        {language !== null && (
          <select
            className="push"
            aria-label={t('previewLanguage')}
            value={language}
            onChange={(event) => props.onLanguage(event.target.value)}
          >
            {preview.languages.map((one) => (
              <option key={one} value={one}>
                {languageName(one, own)}
              </option>
            ))}
          </select>
        )}
      </div>
      {preview.behind && (
        <Note kind="info">
          <p>{t(preview.revision === null ? 'previewNone' : 'previewBehind')}</p>
        </Note>
      )}
      {language !== null && <LanguageDraftNote language={language} reviews={preview.reviews} />}
      {preview.revision !== null && screen !== null && language !== null && (
        <PreviewFrame
          study={props.study}
          preview={preview}
          device={device}
          language={language}
          screen={screen}
          visit={props.visit}
          onWalk={props.onWalk}
        />
      )}
    </section>
  )
}
