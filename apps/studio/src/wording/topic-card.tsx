import { useId, useRef, useState, type ReactElement, type ReactNode } from 'react'
import type { OwnWords, StudyWording, TopicWording } from '../api/api-types.ts'
import { Dialog, WhatHappens } from '../frame/dialog.tsx'
import { localize, type LocalizedText } from '@klankbord/model'
import { useStudio } from '../frame/studio-context.tsx'
import { ComparisonList } from './comparison-list.tsx'
import { TopicForm } from './topic-form.tsx'

/** One topic: what people read, whose words they are, and putting others in their place. */
export function TopicCard(props: {
  readonly wording: StudyWording
  readonly topic: TopicWording
  /** Whether this is the topic that is being changed. */
  readonly editing: boolean
  readonly onEdit: (editing: boolean) => void
  /** What came of the last change. */
  readonly outcome: ReactNode
  /** Whether it was kept. */
  readonly onSave: (words: OwnWords | null) => Promise<boolean>
}): ReactElement {
  const { t } = useStudio()
  const { wording, topic, editing, onEdit, onSave } = props
  const { now, ours, own } = topic
  const { language } = wording
  const words = (text: LocalizedText): string => localize(text, language, language)
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [leaving, setLeaving] = useState(false)
  const done = (): void => {
    onEdit(false)
    heading.current?.focus()
  }
  return (
    <li className="sheet pad topic">
      <div className="row wide">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {topic.topic}
        </h2>
        <span className={own ? 'tag oktag' : 'tag'}>{t(own ? 'wordingOwn' : 'wordingOurs')}</span>
      </div>
      <div>
        <div lang={language}>
          {now.prompt !== undefined && <p className="small soft">{words(now.prompt)}</p>}
          <p className="asked">{words(now.title)}</p>
          {now.description !== undefined && <p className="small soft">{words(now.description)}</p>}
        </div>
        {own && <p className="small soft">{t('wordingInstead', { ours: words(ours.title) })}</p>}
      </div>
      {props.outcome}
      {editing ? (
        <TopicForm
          wording={wording}
          topic={topic}
          onSave={async (entered) => {
            if (await onSave(entered)) done()
          }}
          onClose={done}
        />
      ) : (
        <>
          <ComparisonList topic={topic} />
          <div className="row">
            <button type="button" className="btn slim" aria-describedby={id} onClick={() => onEdit(true)}>
              {t(own ? 'wordingChange' : 'wordingFillIn')}
            </button>
            {own && (
              <button type="button" className="btn quiet slim" aria-describedby={id} onClick={() => setLeaving(true)}>
                {t('wordingBack')}
              </button>
            )}
          </div>
        </>
      )}
      {leaving && (
        <BackToOurs
          topic={topic}
          ours={words(ours.title)}
          onTake={async () => {
            setLeaving(false)
            if (await onSave(null)) heading.current?.focus()
          }}
          onClose={() => setLeaving(false)}
        />
      )}
    </li>
  )
}

function BackToOurs(props: {
  readonly topic: TopicWording
  /** Our sentence, in the language of the questionnaire. */
  readonly ours: string
  readonly onTake: () => Promise<void>
  readonly onClose: () => void
}): ReactElement {
  const { t } = useStudio()
  const { topic } = props.topic
  return (
    <Dialog
      title={t('wordingBackTitle', { topic })}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" className="btn" onClick={() => void props.onTake()}>
            {t('wordingBackNow')}
          </button>
          <button type="button" className="btn main" onClick={props.onClose}>
            {t('wordingKeep')}
          </button>
        </>
      }
    >
      <p>{t('whatHappens')}</p>
      <WhatHappens sentences={[t('wordingBack1', { ours: props.ours }), t('wordingBack2'), t('wordingBack3')]} />
    </Dialog>
  )
}
