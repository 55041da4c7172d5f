import type { ReactElement } from 'react'

/** Some lines of text to write, with what they are for. */
export function WordsField(field: {
  readonly id: string
  readonly label: string
  readonly help: string
  readonly value: string
  readonly onChange: (value: string) => void
}): ReactElement {
  const { id, label, help, value, onChange } = field
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-help`} className="small soft">
        {help}
      </p>
      <textarea
        id={id}
        rows={4}
        maxLength={4000}
        value={value}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
