import type { FieldworkAccount } from '@klankbord/model'
import type { ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'

/** What came in of each group of the list. */
export function StrataTable(props: {
  readonly strata: readonly ({ readonly stratum: string } & FieldworkAccount)[]
}): ReactElement {
  const { t } = useStudio()
  const percent = ({ answered, invited }: FieldworkAccount): number =>
    invited === 0 ? 0 : Math.round((100 * answered) / invited)
  return (
    <div className="scroll" role="region" aria-label={t('strataTitle')} tabIndex={0}>
      <table>
        <caption>
          <h3>{t('strataTitle')}</h3>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('groupColumn')}</th>
            {(['invitedColumn', 'answeredColumn', 'shareColumn', 'openColumn'] as const).map((column) => (
              <th key={column} scope="col" className="num">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.strata.map((row) => (
            <tr key={row.stratum}>
              <th scope="row">{row.stratum === '' ? t('noGroup') : row.stratum}</th>
              <td className="num">{t('number', { value: row.invited })}</td>
              <td className="num">{t('number', { value: row.answered })}</td>
              <td className="num">{t('percent', { value: percent(row) })}</td>
              <td className="num">{t('number', { value: row.open })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
