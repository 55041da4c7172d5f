import type { ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'

/** Codes that each work once, to print and to keep apart from the telephone. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }): ReactElement {
  const { t } = useStudio()
  return (
    <div className="recovery stack">
      <h3>{t('recoveryCodesTitle')}</h3>
      <p>{t('recoveryCodesHow')}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" className="btn" onClick={() => window.print()}>
          {t('print')}
        </button>
      </div>
    </div>
  )
}
