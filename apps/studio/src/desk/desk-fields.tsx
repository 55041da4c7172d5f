import type { ReactElement } from 'react'
import type { StudyOutline } from '../api/desk-types.ts'
import { useStudio, useText } from '../frame/studio-context.tsx'

/** Which round it is about. */
export function WaveField(props: {
  readonly study: StudyOutline
  readonly value: string
  readonly onChange: (wave: string) => void
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  return (
    <div className="field">
      <label htmlFor="desk-wave">{t('waveColumn')}</label>
      <select id="desk-wave" value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.study.waves.map((wave) => (
          <option key={wave.id} value={wave.id}>
            {text(wave.title)} ({t('deskAnswers', { answers: wave.answers })})
          </option>
        ))}
      </select>
    </div>
  )
}

/** A few lines of text. */
export function TextArea(props: {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly maxLength: number
  readonly onChange: (text: string) => void
}): ReactElement {
  const { id, label, help, value, maxLength, onChange } = props
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        value={value}
        maxLength={maxLength}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      {help !== undefined && (
        <p id={`${id}-help`} className="small soft">
          {help}
        </p>
      )}
    </div>
  )
}

/** That a text may hold something that points to a person; nothing when it seems not to. */
export function PersonalDataNote({ kinds }: { readonly kinds: readonly string[] }): ReactElement | null {
  const { t } = useStudio()
  if (kinds.length === 0) return null
  return <p className="small warm">{t('deskPersonal', { kinds: kinds.map((kind) => t(kindKey(kind))).join(', ') })}</p>
}

const KINDS = ['bsn', 'email', 'phone', 'iban', 'name'] as const

function kindKey(kind: string): `deskKind.${(typeof KINDS)[number] | 'other'}` {
  const known = KINDS.find((one) => one === kind)
  return `deskKind.${known ?? 'other'}`
}
