import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { StudyComment, StudyOutline } from '../api/desk-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { dayInWords, momentInWords } from '../language/local-formats.ts'
import { commentPlace } from './comment-place.ts'
import { TextArea } from './desk-fields.tsx'

/** Comments on a study: what was said, what of it is dealt with, and a place to say more. */
export function CommentsPanel({ study }: { readonly study: StudyOutline }): ReactElement {
  const { api, t } = useStudio()
  const query = useQuery({ queryKey: ['comments', study.id], queryFn: () => api.comments(study.id) })
  return (
    <div className="stack">
      <Asked query={query}>
        {(comments) => (
          <>
            {comments.length === 0 && <p>{t('commentsNone')}</p>}
            <ol className="plain stack">
              {comments.map((comment) => (
                <Comment key={comment.id} study={study} comment={comment} />
              ))}
            </ol>
          </>
        )}
      </Asked>
      <NewComment study={study} />
    </div>
  )
}

function Comment({ study, comment }: { readonly study: StudyOutline; readonly comment: StudyComment }): ReactElement {
  const { api, t, language } = useStudio()
  const client = useQueryClient()
  const resolve = useMutation({
    mutationFn: () => api.resolveComment(study.id, comment.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['comments', study.id] }),
  })
  const { by, at, place, text, resolved } = comment
  return (
    <li className="sheet pad stack">
      <p className="small soft">
        {by} · {momentInWords(at, language)} · <Place study={study} place={place} />
      </p>
      <p className="said">{text}</p>
      {resolve.isError && <FailureNote failure={failureOf(resolve.error)} />}
      {resolved === null ? (
        <div className="row">
          <button type="button" className="btn slim" onClick={() => resolve.mutate()}>
            {t('commentResolve')}
          </button>
        </div>
      ) : (
        <p className="small ok">{t('commentResolved', { by: resolved.by, day: dayInWords(resolved.on, language) })}</p>
      )}
    </li>
  )
}

function Place({ study, place }: { readonly study: StudyOutline; readonly place: string }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const found = commentPlace(place, study)
  if (found.kind === 'study') return <>{t('commentOnStudy')}</>
  if (found.kind === 'gone') return <>{t('commentOnGone')}</>
  return <>{t(`commentOn.${found.kind}`, { title: text(found.title) })}</>
}

function NewComment({ study }: { readonly study: StudyOutline }): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const client = useQueryClient()
  const [said, setSaid] = useState('')
  const [place, setPlace] = useState('')
  const add = useMutation({
    mutationFn: () => api.addComment(study.id, { place, text: said }),
    onSuccess: async () => {
      setSaid('')
      await client.invalidateQueries({ queryKey: ['comments', study.id] })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!add.isPending) add.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor="comment-place">{t('commentPlace')}</label>
        <select id="comment-place" value={place} onChange={(event) => setPlace(event.target.value)}>
          <option value="">{t('commentOnStudy')}</option>
          {study.waves.map(({ id, title }) => (
            <option key={id} value={`wave/${id}`}>
              {t('commentOn.wave', { title: text(title) })}
            </option>
          ))}
          {study.questions.map(({ name, title }) => (
            <option key={name} value={name}>
              {t('commentOn.question', { title: text(title) })}
            </option>
          ))}
        </select>
      </div>
      <TextArea
        id="comment-text"
        label={t('commentText')}
        help={t('commentTextHelp')}
        value={said}
        maxLength={2000}
        onChange={setSaid}
      />
      {add.isError && <FailureNote failure={failureOf(add.error)} />}
      <div className="row">
        <button type="submit" className="btn" disabled={said.trim() === ''}>
          {t('commentAdd')}
        </button>
      </div>
    </form>
  )
}
