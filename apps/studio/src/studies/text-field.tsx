import type { ReactElement, Ref } from 'react'

/** One line of text to fill in, with what it is for and, where needed, what is missing. */
export function TextField(field: {
  readonly id: string
  readonly label: string
  readonly help: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  /** The sentence to show when it must be filled in first. */
  readonly missing?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}): ReactElement {
  const { id, label, help, value, onChange, maxLength, missing, inputRef } = field
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={inputRef}
        id={id}
        type="text"
        value={value}
        maxLength={maxLength}
        aria-invalid={missing !== undefined}
        aria-describedby={missing === undefined ? `${id}-help` : `${id}-missing`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-help`} className="small soft">
        {help}
      </p>
      {missing !== undefined && (
        <p id={`${id}-missing`} role="alert" className="warm">
          {missing}
        </p>
      )}
    </div>
  )
}
