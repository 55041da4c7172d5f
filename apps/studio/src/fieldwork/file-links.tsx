import type { ReactElement } from 'react'
import type { WaveKeys } from '../api/fieldwork-client.ts'
import { useStudio } from '../frame/studio-context.tsx'
import { fileAddress, INVITATION_FILES } from './invitation-files.ts'

const KINDS = ['invitation', 'reminder'] as const

/** Letters to print, and files for mail merge and text messages. */
export function FileLinks({ keys }: { readonly keys: WaveKeys }): ReactElement {
  const { t } = useStudio()
  return (
    <>
      <p>{t('filesWhat')}</p>
      {KINDS.map((kind) => (
        <div key={kind} className="row">
          <span className="soft files-of">{t(`filesOf.${kind}`)}</span>
          {INVITATION_FILES.map((file) => (
            <a
              key={file}
              className="btn slim"
              href={fileAddress(keys, file, kind)}
              aria-label={`${t(`file.${file}`)} (${t(`filesOf.${kind}`)})`}
              download
            >
              {t(`file.${file}`)}
            </a>
          ))}
        </div>
      ))}
    </>
  )
}
