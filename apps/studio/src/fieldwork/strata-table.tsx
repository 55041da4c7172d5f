import { responseRates, type FieldworkAccount } from '@klankbord/model'
import type { ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { percentOf, STRATUM_PARTS } from './account-parts.ts'

/** What became of the invitations of each group of the list, in numbers that add up, and what came in. */
export function StrataTable(props: {
  readonly strata: readonly ({ readonly stratum: string } & FieldworkAccount)[]
}): ReactElement {
  const { t } = useStudio()
  return (
    <div className="scroll" role="region" aria-label={t('strataTitle')} tabIndex={0}>
      <table>
        <caption>
          <h3>{t('strataTitle')}</h3>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('groupColumn')}</th>
            <th scope="col" className="num">
              {t('invitedColumn')}
            </th>
            {STRATUM_PARTS.map((part) => (
              <th key={part} scope="col" className="num">
                {t(part === 'used' ? 'usedColumn' : `disposition.${part}`)}
              </th>
            ))}
            {(['answeredColumn', 'shareColumn'] as const).map((column) => (
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
              {STRATUM_PARTS.map((part) => (
                <td key={part} className="num">
                  {t('number', { value: row[part] })}
                </td>
              ))}
              <td className="num">{t('number', { value: row.answered })}</td>
              <td className="num">{t('percent', { value: percentOf(responseRates(row).gross) ?? 0 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
