import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { ColumnFields } from './column-fields.tsx'
import type { StepProps } from './step-props.ts'
import { choiceMissing, guessedColumns, type ColumnChoice } from './list-columns.ts'
import { ListReportView } from './list-report-view.tsx'
import { headersOf, textOfList } from './list-text.ts'

interface ChosenList {
  readonly name: string
  readonly csv: string
  readonly headers: readonly string[]
}

/** Brings in a list of people: choose a file, say which column is which, see what it comes to, and only then take it. */
export function ListStep({ keys, frame }: StepProps): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const id = useId()
  const [list, setList] = useState<ChosenList | null>(null)
  const [columns, setColumns] = useState<ColumnChoice>({})
  const look = useMutation({
    mutationFn: (csv: string) => api.takeList(keys, { csv, columns: { ...columns }, dryRun: true }),
  })
  const take = useMutation({
    mutationFn: (csv: string) => api.takeList(keys, { csv, columns: { ...columns }, dryRun: false }),
    onSuccess: async () => {
      setList(null)
      look.reset()
      await client.invalidateQueries({ queryKey: ['frame', keys.wave] })
    },
  })
  const choose = async (file: File | undefined): Promise<void> => {
    look.reset()
    take.reset()
    if (file === undefined) return setList(null)
    const csv = textOfList(new Uint8Array(await file.arrayBuffer()))
    const headers = headersOf(csv)
    setList({ name: file.name, csv, headers })
    setColumns(guessedColumns(headers))
  }
  const change = (next: ColumnChoice): void => {
    look.reset()
    setColumns(next)
  }
  const missing = choiceMissing(columns)
  const failed = [look, take].find(({ isError }) => isError)
  if (frame.invitations > 0) return <p>{t('listClosed')}</p>
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('listFile')}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,text/csv"
          aria-describedby={`${id}-help`}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <p id={`${id}-help`} className="small soft">
          {t('listFileHelp')}
        </p>
      </div>
      {list !== null && <ColumnFields headers={list.headers} columns={columns} onChange={change} />}
      {list !== null && missing !== null && (
        <Note kind="finding">
          <p>{t(`columnMissing.${missing}`)}</p>
        </Note>
      )}
      {failed !== undefined && <FailureNote failure={failureOf(failed.error)} />}
      {look.data !== undefined && list !== null && <ListReportView report={look.data} />}
      {take.data !== undefined && list === null && (
        <Note kind="good" live="status">
          <p>{t('listTaken', { added: take.data.added ?? 0, people: take.data.people })}</p>
        </Note>
      )}
      {list !== null && missing === null && (
        <div className="row">
          {look.data === undefined ? (
            <button type="button" className="btn main" onClick={() => look.isPending || look.mutate(list.csv)}>
              {look.isPending ? t('busy') : t('listLook')}
            </button>
          ) : (
            <button type="button" className="btn main" onClick={() => take.isPending || take.mutate(list.csv)}>
              {take.isPending ? t('busy') : t('listTake', { people: look.data.people })}
            </button>
          )}
        </div>
      )}
    </>
  )
}
