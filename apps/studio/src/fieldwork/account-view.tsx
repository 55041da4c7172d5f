import { responseRates, type FieldworkAccount, type WaveSummary } from '@klankbord/model'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { WaveKeys } from '../api/fieldwork-client.ts'
import type { Account } from '../api/fieldwork-types.ts'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { partsOf, percentOf, withoutAnswers } from './account-parts.ts'
import { AnonymousMargins } from './anonymous-margins.tsx'
import { StrataTable } from './strata-table.tsx'

/** What became of everybody who was asked, in numbers that add up. */
export function AccountView({ keys, wave }: { readonly keys: WaveKeys; readonly wave: WaveSummary }): ReactElement {
  const { api } = useStudio()
  const account = useQuery({
    queryKey: ['account', keys.wave, wave.answers, wave.codes?.made ?? 0],
    queryFn: () => api.account(keys),
  })
  return <Asked query={account}>{(known) => <AccountOf account={known} wave={wave} />}</Asked>
}

function AccountOf({ account, wave }: { readonly account: Account; readonly wave: WaveSummary }): ReactElement | null {
  const { t } = useStudio()
  const total = totalOf(account)
  if (total === null) return null
  const waiting = account.mode === 'open' ? 0 : account.notInvitedYet
  if (total.invited === 0 && waiting === 0) return null
  return (
    <section className="account" aria-labelledby="account">
      <h2 id="account">{t('balanceTitle')}</h2>
      {total.invited > 0 && <Balance total={total} />}
      {waiting > 0 && <p>{t('accountNotInvited', { count: waiting })}</p>}
      {account.mode === 'codeConfidential' && account.strata.length > 1 && <StrataTable strata={account.strata} />}
      {account.mode === 'codeAnonymous' && <AnonymousMargins account={account} portion={wave.portion} />}
    </section>
  )
}

function totalOf(account: Account): FieldworkAccount | null {
  if (account.mode !== 'open') return account.total
  return account.invitations === null ? null : withoutAnswers(account.invitations)
}

function Balance({ total }: { readonly total: FieldworkAccount }): ReactElement {
  const { t } = useStudio()
  const parts = partsOf(total)
  const percent = percentOf(responseRates(total).net)
  const reached = total.invited - total.undeliverable - total.notInGroup
  return (
    <>
      <svg className="total" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ part, from, share }) => (
          <rect key={part} className={part} x={from} width={share} height="4" />
        ))}
      </svg>
      <dl className="acct">
        {parts.map(({ part, people }) => (
          <div key={part}>
            <dt>
              <svg className="swatch" viewBox="0 0 12 12" aria-hidden="true">
                <rect className={part} width="12" height="12" rx="2" />
              </svg>
              {t(`disposition.${part}`)}
            </dt>
            <dd>{t('number', { value: people })}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">
        {t('accountSentence', { ...total })} {t('accountUsed', { ...total })}
      </p>
      {percent !== null && (
        <p className="small soft">{t('accountNet', { answered: total.answered, reached, percent })}</p>
      )}
    </>
  )
}
