import { useId, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { LIST_COLUMNS, withColumn, type ColumnChoice, type ListColumn } from './list-columns.ts'

/** Which column of the file is which; the ones that few lists have are folded away. */
export function ColumnFields(props: {
  readonly headers: readonly string[]
  readonly columns: ColumnChoice
  readonly onChange: (columns: ColumnChoice) => void
}): ReactElement {
  const { t } = useStudio()
  const rare = LIST_COLUMNS.filter((column) => RARE.has(column))
  const usual = LIST_COLUMNS.filter((column) => !RARE.has(column))
  const field = (column: ListColumn): ReactElement => <ColumnField key={column} {...props} column={column} />
  return (
    <fieldset className="columns">
      <legend>{t('columnsLegend')}</legend>
      <p className="small soft">{t('columnsHelp')}</p>
      <div className="grid">{usual.map(field)}</div>
      <details open={rare.some((column) => props.columns[column] !== undefined)}>
        <summary>{t('columnsMore')}</summary>
        <div className="grid">{rare.map(field)}</div>
      </details>
    </fieldset>
  )
}

const RARE: ReadonlySet<ListColumn> = new Set(['address3', 'address4', 'language', 'reach_by', 'household', 'excluded'])

function ColumnField(props: {
  readonly column: ListColumn
  readonly headers: readonly string[]
  readonly columns: ColumnChoice
  readonly onChange: (columns: ColumnChoice) => void
}): ReactElement {
  const { t } = useStudio()
  const id = useId()
  const { column, headers, columns, onChange } = props
  return (
    <div className="field">
      <label htmlFor={id}>{t(`listColumn.${column}`)}</label>
      <select
        id={id}
        value={columns[column] ?? ''}
        onChange={(event) => onChange(withColumn(columns, column, event.target.value))}
      >
        <option value="">{t('columnNone')}</option>
        {headers.map((header) => (
          <option key={header} value={header}>
            {header}
          </option>
        ))}
      </select>
    </div>
  )
}
