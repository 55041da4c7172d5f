import { useId, type ReactElement } from 'react'

/** A text in one language at a time, kept as it is typed. */
export function SpokenField(props: {
  readonly label: string
  readonly help?: string
  readonly language: string
  readonly value: string
  readonly maxLength?: number
  /** Whether it is a sentence or more, which one line cannot show whole. */
  readonly long?: boolean
  readonly onChange: (words: string) => void
}): ReactElement {
  const id = useId()
  const { label, help, language, value, maxLength = 1000, long = false } = props
  const field = {
    id,
    lang: language,
    dir: 'auto',
    maxLength,
    value,
    'aria-describedby': help === undefined ? undefined : `${id}-help`,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea {...field} rows={3} onChange={({ target }) => props.onChange(inOneLine(target.value))} />
      ) : (
        <input {...field} type="text" onChange={({ target }) => props.onChange(target.value)} />
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className="small soft">
          {help}
        </p>
      )}
    </div>
  )
}

function inOneLine(words: string): string {
  return words.replaceAll(/\s*\n\s*/g, ' ')
}
