import type { ReportTexts, Translate } from '@klankbord/model'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { Link } from 'wouter'
import { failureOf } from '../api/api-failure.ts'
import type { StudyDetail } from '../api/api-types.ts'
import type { PublishedQuestion, StudyWords } from '../api/words-types.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { languageName } from '../language/local-formats.ts'
import type { MessageKey } from '../language/messages.ts'
import { ActionFields, AdviceFields } from './advice-fields.tsx'
import {
  decidedOn,
  formOf,
  NEW_ACTION,
  NEW_ADVICE,
  openNumbers,
  savedWords,
  type AuthoredForm,
} from './authored-form.ts'
import { NumberChoices } from './number-choices.tsx'
import { WrittenField, WrittenList } from './written-field.tsx'

/** What authors say with the results of a study, and what each number in it is. */
export function TextsPage({ study }: { readonly study: StudyDetail }): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const heading = usePage(`${t('words.title')} · ${text(study.title)}`)
  const query = useQuery({
    queryKey: ['words', study.id],
    queryFn: () => api.reportWords(study.id),
    staleTime: Infinity,
  })
  return (
    <>
      <div className="sub">
        <h1 ref={heading} tabIndex={-1}>
          {t('words.title')}
        </h1>
        <Link href={`/studies/${study.id}/publication`}>{t('words.back')}</Link>
      </div>
      <div className="pane">
        <Asked query={query}>{(words) => <TextsForm study={study} words={words} />}</Asked>
      </div>
    </>
  )
}

function TextsForm({ study, words }: { readonly study: StudyDetail; readonly words: StudyWords }): ReactElement {
  const { api, t, language: mine } = useStudio()
  const client = useQueryClient()
  const [form, setForm] = useState(() => formOf(words))
  const [language, setLanguage] = useState(study.languages.includes(mine) ? mine : (study.languages[0] ?? 'nl'))
  const save = useMutation({
    mutationFn: () => api.saveReportWords(study.id, savedWords(form, words.revision)),
    onSuccess: (saved) => {
      client.setQueryData(['words', study.id], saved)
      setForm(formOf(saved))
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  const open = openNumbers(words.numbers, form)
  return (
    <form className="texts stack" onSubmit={submit} noValidate>
      <p className="text">{t('words.what')}</p>
      {study.languages.length > 1 && <Languages all={study.languages} chosen={language} onChoose={setLanguage} />}
      <ReportFields
        texts={form.texts}
        language={language}
        questions={words.questions}
        onChange={(texts) => setForm({ ...form, texts })}
      />
      <AdviceAndActions form={form} language={language} questions={words.questions} onChange={setForm} />
      <section className="sheet pad stack" aria-labelledby="numbers-title">
        <h2 id="numbers-title">{t('words.numbersTitle')}</h2>
        <p>{t('words.numbersWhat')}</p>
        <NumberChoices
          numbers={words.numbers}
          decided={form.decided}
          onDecide={(place, figure) => setForm(decidedOn(form, place, figure))}
        />
      </section>
      {save.isError && <FailureNote failure={failureOf(save.error)} />}
      {save.isSuccess && (
        <Note kind={open === 0 ? 'good' : 'hint'} live="status">
          <p>{t('words.saved', { open })}</p>
        </Note>
      )}
      <div className="row">
        <button type="submit" className="btn main">
          {save.isPending ? t('busy') : t('words.save')}
        </button>
      </div>
    </form>
  )
}

function Languages(props: {
  readonly all: readonly string[]
  readonly chosen: string
  readonly onChoose: (language: string) => void
}): ReactElement {
  const { t, language } = useStudio()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('words.language')}</label>
      <select id={id} value={props.chosen} onChange={(event) => props.onChoose(event.target.value)}>
        {props.all.map((one) => (
          <option key={one} value={one}>
            {languageName(one, language)}
          </option>
        ))}
      </select>
    </div>
  )
}

function ReportFields(props: {
  readonly texts: ReportTexts
  readonly language: string
  readonly questions: readonly PublishedQuestion[]
  readonly onChange: (texts: ReportTexts) => void
}): ReactElement {
  const { t } = useStudio()
  const { texts, language, questions, onChange } = props
  const { comments = [] } = texts
  const themes = [...new Set([...questions.flatMap(({ theme }) => theme ?? []), ...comments.map(({ theme }) => theme)])]
  return (
    <section className="sheet pad stack" aria-labelledby="report-title">
      <h2 id="report-title">{t('words.report')}</h2>
      <WrittenField
        label={t('words.headline')}
        help={t('words.headlineHelp')}
        short
        language={language}
        value={texts.headline}
        onChange={(headline) => onChange({ ...texts, headline })}
      />
      <WrittenField
        label={t('words.introduction')}
        language={language}
        value={texts.introduction}
        onChange={(introduction) => onChange({ ...texts, introduction })}
      />
      <WrittenList
        title={t('words.conclusions')}
        add={t('words.conclusionAdd')}
        most={20}
        language={language}
        values={texts.conclusions ?? []}
        onChange={(conclusions) => onChange({ ...texts, conclusions })}
      />
      {themes.map((theme) => (
        <WrittenField
          key={theme}
          label={t('words.comment', { theme: themeName(theme, t) })}
          language={language}
          value={comments.find((one) => one.theme === theme)?.text}
          onChange={(said) =>
            onChange({ ...texts, comments: [...comments.filter((one) => one.theme !== theme), { theme, text: said }] })
          }
        />
      ))}
      <WrittenList
        title={t('words.method')}
        add={t('words.methodAdd')}
        most={20}
        language={language}
        values={texts.method ?? []}
        onChange={(method) => onChange({ ...texts, method })}
      />
    </section>
  )
}

/** The themes that the council page has a heading for; any other is the author's own word. */
function themeName(theme: string, t: Translate<MessageKey>): string {
  const known = (['access', 'quality', 'effect'] as const).find((one) => one === theme)
  return known === undefined ? theme : t(`words.theme.${known}`)
}

function AdviceAndActions(props: {
  readonly form: AuthoredForm
  readonly language: string
  readonly questions: readonly PublishedQuestion[]
  readonly onChange: (form: AuthoredForm) => void
}): ReactElement {
  const { t } = useStudio()
  const { form, language, questions, onChange } = props
  const { advice, actions } = form
  return (
    <>
      <section className="sheet pad stack" aria-labelledby="advice-title">
        <h2 id="advice-title">{t('words.adviceTitle')}</h2>
        <p>{t('words.adviceWhat')}</p>
        {advice.map((one, at) => (
          <AdviceFields
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            title={t('words.adviceNumber', { number: at + 1 })}
            advice={one}
            language={language}
            questions={questions}
            onChange={(changed) => onChange({ ...form, advice: advice.with(at, changed) })}
            onRemove={() => onChange({ ...form, advice: advice.toSpliced(at, 1) })}
          />
        ))}
        <button
          type="button"
          className="btn slim"
          onClick={() => onChange({ ...form, advice: [...advice, NEW_ADVICE] })}
        >
          {t('words.adviceAdd')}
        </button>
      </section>
      <section className="sheet pad stack" aria-labelledby="actions-title">
        <h2 id="actions-title">{t('words.actionsTitle')}</h2>
        <p>{t('words.actionsWhat')}</p>
        {actions.map((one, at) => (
          <ActionFields
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            title={t('words.actionNumber', { number: at + 1 })}
            action={one}
            language={language}
            onChange={(changed) => onChange({ ...form, actions: actions.with(at, changed) })}
            onRemove={() => onChange({ ...form, actions: actions.toSpliced(at, 1) })}
          />
        ))}
        <button
          type="button"
          className="btn slim"
          onClick={() => onChange({ ...form, actions: [...actions, NEW_ACTION] })}
        >
          {t('words.actionAdd')}
        </button>
      </section>
    </>
  )
}
