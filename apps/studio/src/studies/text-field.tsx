import type { ReactElement, Ref } from 'react'

/** One line of text to fill in, with what it is for and, where needed, what is missing. */
export function TextField(field: {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly type?: 'text' | 'email' | 'password' | 'tel'
  readonly autoComplete?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  /** The sentence to show when it must be filled in first. */
  readonly missing?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}): ReactElement {
  const { id, label, help, value, onChange, maxLength, missing, inputRef, type = 'text', autoComplete } = field
  const described = missing !== undefined ? `${id}-missing` : help === undefined ? undefined : `${id}-help`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={inputRef}
        id={id}
        type={type}
        autoComplete={autoComplete}
        value={value}
        maxLength={maxLength}
        aria-invalid={missing !== undefined}
        aria-describedby={described}
        onChange={(event) => onChange(event.target.value)}
      />
      {help !== undefined && (
        <p id={`${id}-help`} className="small soft">
          {help}
        </p>
      )}
      {missing !== undefined && (
        <p id={`${id}-missing`} role="alert" className="warm">
          {missing}
        </p>
      )}
    </div>
  )
}
