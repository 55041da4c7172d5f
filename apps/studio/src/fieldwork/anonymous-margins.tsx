import type { ReactElement } from 'react'
import type { Account } from '../api/fieldwork-types.ts'
import { useStudio } from '../frame/studio-context.tsx'
import { languageName } from '../language/local-formats.ts'
import { MARGINS, marginWord } from './margin-words.ts'

/** The two sides of an anonymous round, beside each other and never crossed: codes by group, and what came in. */
export function AnonymousMargins(props: {
  readonly account: Extract<Account, { readonly mode: 'codeAnonymous' }>
  readonly portion: number
}): ReactElement {
  const { t, language } = useStudio()
  const { strata, margins } = props.account
  const told = (margin: string, value: string): string => {
    const word = marginWord(margin, value)
    return word === null ? languageName(value, language) : t(word)
  }
  return (
    <>
      <p className="small soft">{t('accountPortions', { needed: 2 * props.portion })}</p>
      <div className="margins">
        <table>
          <caption>
            <h3>{t('codesByGroup')}</h3>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('groupColumn')}</th>
              <th scope="col" className="num">
                {t('madeColumn')}
              </th>
              <th scope="col" className="num">
                {t('usedColumn')}
              </th>
            </tr>
          </thead>
          <tbody>
            {strata.map(({ strata: names, made, usedAtLeast }) => (
              <tr key={names.join('+')}>
                <th scope="row">{names.map((name) => (name === '' ? t('noGroup') : name)).join(' + ')}</th>
                <td className="num">{t('number', { value: made })}</td>
                <td className="num">{t('atLeast', { value: usedAtLeast })}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {MARGINS.flatMap((margin) => {
          const counts = Object.entries(margins[margin] ?? {})
          return counts.length === 0
            ? []
            : [
                <table key={margin}>
                  <caption>
                    <h3>{t(`margin.${margin}`)}</h3>
                  </caption>
                  <tbody>
                    {counts.map(([value, responses]) => (
                      <tr key={value}>
                        <th scope="row">{told(margin, value)}</th>
                        <td className="num">{t('atLeast', { value: responses })}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>,
              ]
        })}
      </div>
    </>
  )
}
