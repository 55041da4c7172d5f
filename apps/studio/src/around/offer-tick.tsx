import { useId, type ReactElement } from 'react'

/** Something that people get around the questions, or not. */
export function OfferTick(props: {
  readonly label: string
  readonly what: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}): ReactElement {
  const id = useId()
  return (
    <div>
      <label className="tick">
        <input
          type="checkbox"
          checked={props.checked}
          aria-describedby={id}
          onChange={({ target }) => props.onChange(target.checked)}
        />
        <b>{props.label}</b>
      </label>
      <p id={id} className="soft under-tick">
        {props.what}
      </p>
    </div>
  )
}
