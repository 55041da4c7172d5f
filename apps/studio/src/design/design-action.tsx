import type { Finding } from '@klankbord/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Link } from 'wouter'
import { failureOf } from '../api/api-failure.ts'
import type { CheckedDefinition, StudyDetail } from '../api/api-types.ts'
import { Dialog, WhatHappens } from '../frame/dialog.tsx'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { PeopleAdvice } from '../privacy/people-advice.tsx'
import { MissingNote } from '../study/missing-note.tsx'
import { UntranslatedNote } from '../study/untranslated-note.tsx'
import type { DraftKeeper } from './draft-keeper.ts'
import type { DraftState } from './draft-state.ts'
import type { EditorTools } from './editor-tools.ts'
import { findingCounts } from './finding-order.ts'

/** The one main action of the design: always the next step, never refused but led to what is missing. */
export function DesignAction(props: {
  readonly study: StudyDetail
  readonly keeper: DraftKeeper
  readonly state: DraftState
  readonly findings: readonly Finding[]
  readonly tools: EditorTools | null
}): ReactElement {
  const { t } = useStudio()
  const { study, keeper, state, findings, tools } = props
  const [asking, setAsking] = useState(false)
  const { blocking } = findingCounts(findings)
  const next = (study.version ?? 0) + 1
  const [first] = findings
  if (state.phase === 'stale') {
    return (
      <button type="button" className="btn main" onClick={() => document.getElementById('stale-title')?.focus()}>
        {t('chooseVersion')}
      </button>
    )
  }
  if (blocking > 0 && first !== undefined) {
    return (
      <button type="button" className="btn main" onClick={() => tools?.goTo(first)}>
        {t('solvePoints', { blocking })}
      </button>
    )
  }
  if (study.version !== null && !state.checked.changed && state.phase === 'saved') {
    return (
      <Link className="btn main" href={`/studies/${study.id}/fieldwork`}>
        {t('toFieldwork')}
      </Link>
    )
  }
  return (
    <>
      <button type="button" className="btn main" onClick={() => setAsking(true)}>
        {t('publishVersion', { version: next })}
      </button>
      {asking && (
        <PublishVersion
          study={study}
          keeper={keeper}
          checked={state.checked}
          version={next}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

function PublishVersion(props: {
  readonly study: StudyDetail
  readonly keeper: DraftKeeper
  readonly checked: CheckedDefinition
  readonly version: number
  readonly onClose: () => void
}): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const { study, keeper, checked, version, onClose } = props
  const publish = useMutation({
    mutationFn: async () => ((await keeper.saveNow()) ? api.publishVersion(study.id) : null),
    onSuccess: async (published) => {
      if (published !== null) {
        const latest = await api.study(study.id)
        keeper.refresh(latest)
        client.setQueryData(['study', study.id], latest)
        await client.invalidateQueries({ queryKey: ['studies'] })
      }
      onClose()
    },
  })
  return (
    <Dialog
      title={t('publishVersionTitle', { version })}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('backToDesign')}
          </button>
          <button type="button" className="btn main" onClick={() => publish.isPending || publish.mutate()}>
            {publish.isPending ? t('busy') : t('publishVersionNow', { version })}
          </button>
        </>
      }
    >
      <p>{t('whatHappens')}</p>
      <WhatHappens sentences={[t('publishVersion1', { version }), t('publishVersion2'), t('publishVersion3')]} />
      <MissingNote checked={checked} />
      <UntranslatedNote checked={checked} />
      <PeopleAdvice study={study} of="definition" saveFirst={() => keeper.saveNow()} />
      {publish.isError && <FailureNote failure={failureOf(publish.error)} />}
    </Dialog>
  )
}
