import { useId, type ReactElement } from 'react'

/** A text in one language at a time, kept as it is typed. */
export function SpokenField(props: {
  readonly label: string
  readonly help?: string
  readonly language: string
  readonly value: string
  readonly maxLength?: number
  readonly onChange: (words: string) => void
}): ReactElement {
  const id = useId()
  const { label, help, language, value, maxLength = 1000 } = props
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        lang={language}
        dir="auto"
        maxLength={maxLength}
        value={value}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={({ target }) => props.onChange(target.value)}
      />
      {help !== undefined && (
        <p id={`${id}-help`} className="small soft">
          {help}
        </p>
      )}
    </div>
  )
}
