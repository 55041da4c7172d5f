import { useId, type ReactElement } from 'react'
import type { LocalizedText } from '@klankbord/model'
import { useStudio } from '../frame/studio-context.tsx'
import { inWords } from './authored-form.ts'

/** A text of a report in the language that is being written. */
export function WrittenField(field: {
  readonly label: string
  readonly help?: string
  readonly language: string
  readonly value: LocalizedText | undefined
  readonly onChange: (text: LocalizedText) => void
  /** One line, for what is one sentence. */
  readonly short?: boolean
}): ReactElement {
  const id = useId()
  const { label, help, language, value, onChange, short = false } = field
  const shared = {
    id,
    lang: language,
    dir: 'auto',
    maxLength: 4000,
    value: value?.[language] ?? '',
    'aria-describedby': help === undefined ? undefined : `${id}-help`,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {short ? (
        <input {...shared} type="text" onChange={(event) => onChange(inWords(value, language, event.target.value))} />
      ) : (
        <textarea {...shared} rows={3} onChange={(event) => onChange(inWords(value, language, event.target.value))} />
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className="small soft">
          {help}
        </p>
      )}
    </div>
  )
}

/** Some texts of one kind, one after another. */
export function WrittenList(list: {
  readonly title: string
  readonly language: string
  readonly add: string
  readonly most: number
  readonly values: readonly LocalizedText[]
  readonly onChange: (values: readonly LocalizedText[]) => void
}): ReactElement {
  const { t } = useStudio()
  const { title, language, add, most, values, onChange } = list
  return (
    <fieldset className="written stack">
      <legend>{title}</legend>
      {values.map((value, at) => (
        // Nothing else names a text in its list, and none is moved.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="written-one">
          <WrittenField
            label={`${title}, ${at + 1}`}
            language={language}
            value={value}
            onChange={(text) => onChange(values.with(at, text))}
          />
          <button type="button" className="btn quiet slim" onClick={() => onChange(values.toSpliced(at, 1))}>
            {t('words.remove', { what: `${title}, ${at + 1}` })}
          </button>
        </div>
      ))}
      {values.length < most && (
        <button type="button" className="btn slim" onClick={() => onChange([...values, {}])}>
          {add}
        </button>
      )}
    </fieldset>
  )
}
