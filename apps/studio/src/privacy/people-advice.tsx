import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { StudyDetail } from '../api/api-types.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { peopleTyped } from './people-typed.ts'

/** How long after the last key a number is sent, in milliseconds. */
const REST = 400

/** How many people get the questionnaire, and how many of them its background questions could single out. */
export function PeopleAdvice(props: {
  readonly study: StudyDetail
  /** Of the design as it is now, or of the latest version, which a new round asks. */
  readonly of: 'definition' | 'version'
  /** Done before the design is looked at. */
  readonly saveFirst?: () => Promise<unknown>
}): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const id = useId()
  const { study, of, saveFirst } = props
  const [typed, setTyped] = useState<string | null>(null)
  const remembered = useQuery({
    queryKey: ['people', study.id],
    queryFn: async () => {
      await saveFirst?.()
      return api.people(study.id)
    },
    staleTime: 0,
  })
  const save = useMutation({ mutationFn: (people: number | null) => api.savePeople(study.id, people) })
  const { mutate } = save
  useEffect(() => {
    const people = typed === null ? 'wrong' : peopleTyped(typed)
    if (people === 'wrong') return
    const timer = window.setTimeout(() => mutate(people), REST)
    return () => window.clearTimeout(timer)
  }, [typed, mutate])
  const known = save.data ?? remembered.data
  const wrong = typed !== null && peopleTyped(typed) === 'wrong'
  const advice = wrong ? null : (known?.[of] ?? null)
  return (
    <div className="people stack">
      <div className="field">
        <label htmlFor={id}>{t('peopleLabel')}</label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          className="short"
          maxLength={9}
          value={typed ?? String(known?.people ?? '')}
          aria-invalid={wrong}
          aria-describedby={`${id}-help`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id={`${id}-help`} className={wrong ? 'small warm' : 'small soft'}>
          {t(wrong ? 'peopleWrong' : 'peopleHelp')}
        </p>
      </div>
      {save.isError && <FailureNote failure={failureOf(save.error)} />}
      <div role="status">
        {advice !== null && (
          <Note kind={advice.calm ? 'info' : 'hint'}>
            {advice.sentences.map((sentence, index) => (
              // Two questions may have the same title, and so the same sentence.
              <p key={index}>{index === 0 ? <b>{text(sentence)}</b> : text(sentence)}</p>
            ))}
            <p className="small soft">{t(advice.calm ? 'peopleEstimate' : 'peopleGoOn')}</p>
          </Note>
        )}
      </div>
    </div>
  )
}
