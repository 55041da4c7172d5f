import { localize } from '@klankbord/model'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Link } from 'wouter'
import type { AuditEntry, AuditPage as Page } from '../api/staff-types.ts'
import { Frame } from '../frame/frame.tsx'
import { Note } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { momentInWords } from '../language/local-formats.ts'
import { auditParticulars, auditSentence } from './audit-sentence.ts'

/** What staff did and saw, for administrators; and whether somebody changed it by hand. */
export function AuditPage(): ReactElement {
  const { api, t } = useStudio()
  const heading = usePage(t('auditTitle'))
  const [before, setBefore] = useState<number | null>(null)
  // Only the newest page says whether the log holds: to know it, the whole log is read.
  const newest = useQuery({ queryKey: ['audit', null], queryFn: () => api.audit(null) })
  const query = useQuery({ queryKey: ['audit', before], queryFn: () => api.audit(before) })
  return (
    <Frame crumb={<Link href="/account">{t('accountTitle')}</Link>}>
      <div className="narrow">
        <h1 ref={heading} tabIndex={-1}>
          {t('auditTitle')}
        </h1>
        <Asked query={query}>
          {(page) => (
            <div className="stack">
              {newest.data?.fault !== undefined && <Chain fault={newest.data.fault} />}
              <ol className="plain stack">
                {page.entries.map((entry) => (
                  <Line key={entry.number} entry={entry} />
                ))}
              </ol>
              <div className="row">
                {before !== null && (
                  <button type="button" className="btn" onClick={() => setBefore(null)}>
                    {t('auditNewest')}
                  </button>
                )}
                {page.entries.length > 0 && (page.entries.at(-1)?.number ?? 1) > 1 && (
                  <button type="button" className="btn" onClick={() => setBefore(page.entries.at(-1)?.number ?? null)}>
                    {t('auditOlder')}
                  </button>
                )}
              </div>
            </div>
          )}
        </Asked>
      </div>
    </Frame>
  )
}

function Chain({ fault }: { readonly fault: NonNullable<Page['fault']> | null }): ReactElement {
  const { t } = useStudio()
  if (fault === null) return <p>{t('auditHolds')}</p>
  return (
    <Note kind="finding" live="alert">
      <p>{t(`auditFault.${fault.fault}`, { number: fault.number })}</p>
      <p>{t('auditFaultThen')}</p>
    </Note>
  )
}

function Line({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const { t, language } = useStudio()
  const particulars = auditParticulars(entry, t, language)
  return (
    <li>
      <span className="small soft">
        {entry.number} · {momentInWords(entry.at, language)} · {entry.user?.name ?? t('auditServer')}
      </span>
      <br />
      {auditSentence(entry, t)}
      {particulars.length > 0 && ` (${particulars.join(', ')})`}
      {entry.studyId !== null && (
        <>
          {' '}
          <Link href={`/studies/${entry.studyId}/design`}>
            {entry.study === null ? t('auditStudy') : localize(entry.study, language, 'nl')}
          </Link>
        </>
      )}
    </li>
  )
}
