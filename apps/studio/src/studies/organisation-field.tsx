import type { ReactElement, Ref } from 'react'
import { useStudio } from '../frame/studio-context.tsx'

/** Who asks the questions: one of the organisations of a researcher, or for an administrator also a new one. */
export function OrganisationField(props: {
  readonly names: readonly string[]
  /** Whether another name than these may be typed. */
  readonly mayAdd: boolean
  readonly value: string
  readonly onChange: (name: string) => void
  /** What is wrong with it. */
  readonly wrong: string | undefined
  readonly inputRef: Ref<HTMLInputElement & HTMLSelectElement>
}): ReactElement {
  const { t } = useStudio()
  const { names, mayAdd, value, wrong } = props
  const field = {
    ref: props.inputRef,
    id: 'organisation',
    value,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': wrong === undefined ? 'organisation-help' : 'organisation-wrong',
    onChange: (event: { readonly target: { readonly value: string } }) => props.onChange(event.target.value),
  }
  return (
    <div className="field">
      <label htmlFor="organisation">{t('organisationLabel')}</label>
      {mayAdd ? (
        <>
          <input {...field} type="text" maxLength={200} list="organisations" />
          <datalist id="organisations">
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </datalist>
        </>
      ) : (
        <select {...field}>
          {names.length !== 1 && <option value="">{t('organisationChoose')}</option>}
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
      <p id="organisation-help" className="small soft">
        {t(!mayAdd && names.length === 0 ? 'organisationNone' : 'organisationHelp')}
      </p>
      {wrong !== undefined && (
        <p id="organisation-wrong" role="alert" className="warm">
          {wrong}
        </p>
      )}
    </div>
  )
}
