import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { previewAddress } from './preview-address.ts'
import type { Device } from './device.ts'
import type { PreviewState } from './preview-state.ts'

/**
 * The server's own page in a frame. Its buttons work, so somebody can walk on from screen to screen; where
 * they are is told back. It is loaded anew for a saved change, another language or a chosen screen.
 */
export function PreviewFrame(props: {
  readonly study: string
  readonly preview: PreviewState
  readonly device: Device
  readonly language: string
  readonly screen: string
  /** Goes up each time a screen is chosen. */
  readonly visit: number
  readonly onWalk: (screen: string) => void
}): ReactElement {
  const { t } = useStudio()
  const { study, preview, language, screen, visit, onWalk } = props
  const place = preview.screens.findIndex((one) => one.id === screen) + 1
  const wanted = {
    key: [preview.revision, language, visit].join(' '),
    src: previewAddress(study, { screen, language }),
  }
  const [kept, setKept] = useState(wanted)
  // While the text does not compile the server has no page to give, so the last one stays.
  if (kept.key !== wanted.key && !preview.behind) setKept(wanted)
  const follow = (event: SyntheticEvent<HTMLIFrameElement>): void => {
    const field = event.currentTarget.contentDocument?.querySelector<HTMLInputElement>('input[name="screen"]')
    if (field !== null && field !== undefined && field.value !== '') onWalk(field.value)
  }
  return (
    <iframe
      key={kept.key}
      className={props.device}
      src={kept.src}
      title={t('previewFrame', { place, total: preview.screens.length })}
      sandbox="allow-same-origin allow-forms"
      onLoad={follow}
    />
  )
}
