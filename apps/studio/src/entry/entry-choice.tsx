import type { ReactElement } from 'react'

/** One of a few, by name. */
export function EntryChoice<Value extends string>(props: {
  readonly id: string
  readonly label: string
  readonly value: Value
  readonly values: readonly (readonly [Value, string])[]
  readonly onChoose: (value: Value) => void
}): ReactElement {
  const { id, label, value, values, onChoose } = props
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const found = values.find(([one]) => one === event.target.value)
          if (found !== undefined) onChoose(found[0])
        }}
      >
        {values.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
