import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { Link } from 'wouter'
import { failureOf } from '../api/api-failure.ts'
import type { OwnWords, StudyDetail, StudyWording } from '../api/api-types.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { TopicCard } from './topic-card.tsx'

/** The words of a municipality itself for T1 to T10, beside ours. */
export function WordingPage({ study }: { readonly study: StudyDetail }): ReactElement {
  const { api, drafts, t } = useStudio()
  const text = useText()
  const heading = usePage(`${t('wordingHeading')} · ${text(study.title)}`)
  const query = useQuery({
    queryKey: ['wording', study.id],
    queryFn: async () => {
      // What was typed in the design a moment ago belongs to it.
      await drafts.of(study).saveNow()
      return api.wording(study.id)
    },
  })
  return (
    <>
      <div className="sub">
        <h1 ref={heading} tabIndex={-1}>
          {t('wordingHeading')}
        </h1>
        <div className="row">
          <Link className="btn" href={`/studies/${study.id}/design`}>
            {t('toDesign')}
          </Link>
        </div>
      </div>
      <Asked query={query}>
        {(wording) => (
          <div className="pane wording">
            {wording.topics.length === 0 ? <p>{t('wordingNone')}</p> : <Topics study={study} wording={wording} />}
          </div>
        )}
      </Asked>
    </>
  )
}

function Topics({ study, wording }: { readonly study: StudyDetail; readonly wording: StudyWording }): ReactElement {
  const { t } = useStudio()
  const [editing, setEditing] = useState<string | null>(null)
  const save = useSaveWording(study, wording)
  const failure = save.isError ? failureOf(save.error) : null
  return (
    <>
      <div className="stack">
        <p>{t('wordingWhat')}</p>
        <Note kind="info">
          <h2>{t('wordingRule')}</h2>
          <ul className="points">
            <li>{t('wordingRuleOurs')}</li>
            <li>{t('wordingRuleOwn')}</li>
          </ul>
        </Note>
      </div>
      <ol className="topics">
        {wording.topics.map((topic) => (
          <TopicCard
            key={topic.topic}
            wording={wording}
            topic={topic}
            editing={editing === topic.topic}
            onEdit={(wanted) => {
              if (wanted) save.reset()
              setEditing(wanted ? topic.topic : null)
            }}
            onSave={async (words) => {
              const kept = await save.mutateAsync({ topic: topic.topic, words }).catch(() => null)
              return kept !== null
            }}
            outcome={
              save.variables?.topic !== topic.topic ? null : failure !== null ? (
                failure.code === 'staleRevision' ? (
                  <Note kind="finding" live="alert">
                    <p>{t('wordingStale')}</p>
                  </Note>
                ) : (
                  <FailureNote failure={failure} />
                )
              ) : save.isSuccess ? (
                <Note kind="good" live="status">
                  <p>{t(topic.own ? 'wordingSaved' : 'wordingIsOurs', { topic: topic.topic })}</p>
                </Note>
              ) : null
            }
          />
        ))}
      </ol>
    </>
  )
}

/** Keeps the words of one topic, and lets the design of this tab know. */
function useSaveWording(study: StudyDetail, wording: StudyWording) {
  const { api, drafts } = useStudio()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ topic, words }: { readonly topic: string; readonly words: OwnWords | null }) =>
      api.saveWording(study.id, { revision: wording.revision, words: { [topic]: words } }),
    onSuccess: async (kept) => {
      client.setQueryData(['wording', study.id], kept)
      const latest = await api.study(study.id)
      client.setQueryData(['study', study.id], latest)
      drafts.of(latest).refresh(latest)
    },
    // Somebody else was first: what there is now stands on the screen, and so does what was typed.
    onError: () => client.invalidateQueries({ queryKey: ['wording', study.id] }),
  })
}
