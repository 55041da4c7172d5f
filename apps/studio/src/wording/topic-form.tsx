import type { LocalizedText } from '@klankbord/model'
import { useId, useRef, useState, type FormEvent, type ReactElement, type RefObject } from 'react'
import type { OwnWords, StudyWording, TopicWording } from '../api/api-types.ts'
import { Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { languageName } from '../language/local-formats.ts'
import { draftOf, ownWords, wordsIn, type WordsInLanguage } from './words-draft.ts'

/** The municipality's own words for one topic, in one language at a time. */
export function TopicForm(props: {
  readonly wording: StudyWording
  readonly topic: TopicWording
  readonly onSave: (words: OwnWords) => Promise<void>
  readonly onClose: () => void
}): ReactElement {
  const { t } = useStudio()
  const { wording, topic, onSave, onClose } = props
  const { language: source, languages } = wording
  const [draft, setDraft] = useState(() => draftOf(topic, languages))
  const [language, setLanguage] = useState(source)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const title = useRef<HTMLInputElement>(null)
  const id = useId()
  const words = wordsIn(draft, language)
  const oursIn = (text: LocalizedText = {}): string => {
    const said = text[language] ?? text[source]
    return said === undefined ? '–' : `“${said}”`
  }
  const change = (next: Partial<WordsInLanguage>): void => setDraft({ ...draft, [language]: { ...words, ...next } })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const entered = ownWords(draft, topic, source)
    setMissing(entered === null)
    if (entered === null) {
      setLanguage(source)
      title.current?.focus()
    } else if (!busy) {
      setBusy(true)
      void onSave(entered).finally(() => setBusy(false))
    }
  }
  return (
    <form className="stack" aria-label={t('wordingFormLabel', { topic: topic.topic })} onSubmit={submit} noValidate>
      {languages.length > 1 && <LanguageChoice id={id} wording={wording} language={language} onChange={setLanguage} />}
      <TitleLine
        id={id}
        field={title}
        language={language}
        value={words.title}
        missing={missing && language === source}
        onChange={(sentence) => change({ title: sentence })}
      />
      <Line
        id={`${id}-prompt`}
        label={t('wordingPrompt')}
        help={t('wordingPromptHelp', { ours: oursIn(topic.ours.prompt) })}
        language={language}
        value={words.prompt}
        onChange={(prompt) => change({ prompt })}
      />
      <Line
        id={`${id}-description`}
        label={t('wordingDescription')}
        help={t('wordingDescriptionHelp', { ours: oursIn(topic.ours.description) })}
        language={language}
        value={words.description}
        onChange={(description) => change({ description })}
      />
      <AnswerLines
        id={id}
        topic={topic}
        language={language}
        source={source}
        values={words.answers}
        onChange={(code, text) => change({ answers: { ...words.answers, [code]: text } })}
      />
      <Note kind="hint">
        <p>{t('wordingThen', { topic: topic.topic })}</p>
      </Note>
      <div className="row">
        <button type="submit" className="btn main">
          {busy ? t('busy') : t('wordingSave')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('wordingLeave')}
        </button>
      </div>
    </form>
  )
}

function LanguageChoice(props: {
  readonly id: string
  readonly wording: StudyWording
  readonly language: string
  readonly onChange: (language: string) => void
}): ReactElement {
  const { t, language: own } = useStudio()
  const { id, wording, language } = props
  const { language: source, languages } = wording
  return (
    <div className="field">
      <label htmlFor={`${id}-language`}>{t('wordingLanguage')}</label>
      <select
        id={`${id}-language`}
        value={language}
        aria-describedby={`${id}-language-help`}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {[source, ...languages.filter((one) => one !== source)].map((one) => (
          <option key={one} value={one}>
            {languageName(one, own)}
          </option>
        ))}
      </select>
      <p id={`${id}-language-help`} className="small soft">
        {t('wordingLanguageHelp', { language: languageName(source, own) })}
      </p>
    </div>
  )
}

/** The sentence itself, which cannot be left out in the language of the questionnaire. */
function TitleLine(props: {
  readonly id: string
  readonly field: RefObject<HTMLInputElement | null>
  readonly language: string
  readonly value: string
  readonly missing: boolean
  readonly onChange: (title: string) => void
}): ReactElement {
  const { t } = useStudio()
  const { id, field, language, value, missing, onChange } = props
  return (
    <div className="field">
      <label htmlFor={`${id}-title`}>{t('wordingTitle')}</label>
      <input
        ref={field}
        id={`${id}-title`}
        type="text"
        lang={language}
        dir="auto"
        maxLength={1000}
        value={value}
        aria-invalid={missing}
        aria-describedby={missing ? `${id}-missing` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {missing && (
        <p id={`${id}-missing`} role="alert" className="warm">
          {t('wordingTitleMissing')}
        </p>
      )}
    </div>
  )
}

/** The answers under our labels; what is left empty keeps ours. */
function AnswerLines(props: {
  readonly id: string
  readonly topic: TopicWording
  readonly language: string
  readonly source: string
  readonly values: WordsInLanguage['answers']
  readonly onChange: (code: string, text: string) => void
}): ReactElement {
  const { t } = useStudio()
  const { id, topic, language, source, values } = props
  return (
    <fieldset className="answers">
      <legend>{t('wordingAnswers')}</legend>
      <p className="small soft">{t('wordingAnswersHelp')}</p>
      {topic.ours.answers.map(({ code, text }) => (
        <div key={code} className="answer">
          <label htmlFor={`${id}-answer${code}`}>{text[language] ?? text[source] ?? code}</label>
          <input
            id={`${id}-answer${code}`}
            type="text"
            lang={language}
            dir="auto"
            maxLength={1000}
            value={values[String(code)] ?? ''}
            onChange={(event) => props.onChange(String(code), event.target.value)}
          />
        </div>
      ))}
    </fieldset>
  )
}

function Line(field: {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly language: string
  readonly value: string
  readonly onChange: (value: string) => void
}): ReactElement {
  const { id, help } = field
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        type="text"
        lang={field.language}
        dir="auto"
        maxLength={1000}
        value={field.value}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => field.onChange(event.target.value)}
      />
      {help !== undefined && (
        <p id={`${id}-help`} className="small soft">
          {help}
        </p>
      )}
    </div>
  )
}
