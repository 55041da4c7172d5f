import type { ActionState, Advice, AdviceAnswer, AdviceState, PastAction } from '@klankbord/model'
import { useId, type ReactElement, type ReactNode } from 'react'
import type { PublishedQuestion } from '../api/words-types.ts'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { WrittenField } from './written-field.tsx'

const ADVICE_STATES: readonly AdviceState[] = ['awaitingAnswer', 'adopted', 'partlyAdopted', 'notAdopted']
const ACTION_STATES: readonly ActionState[] = ['done', 'inProgress', 'notDone']

/** What clients advise: to whom, why, on which figures, and what the answer was. */
export function AdviceFields(props: {
  readonly advice: Advice
  readonly language: string
  readonly questions: readonly PublishedQuestion[]
  readonly title: string
  readonly onChange: (advice: Advice) => void
  readonly onRemove: () => void
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const { advice, language, questions, onChange } = props
  const based = (table: string, on: boolean): readonly string[] =>
    on ? [...advice.tables, table] : advice.tables.filter((one) => one !== table)
  return (
    <Card title={props.title} onRemove={props.onRemove}>
      <WrittenField
        label={t('words.adviceTo')}
        language={language}
        short
        value={advice.to}
        onChange={(to) => onChange({ ...advice, to })}
      />
      <WrittenField
        label={t('words.adviceWords')}
        language={language}
        value={advice.advice}
        onChange={(words) => onChange({ ...advice, advice: words })}
      />
      <WrittenField
        label={t('words.adviceReason')}
        language={language}
        value={advice.reason}
        onChange={(reason) => onChange({ ...advice, reason })}
      />
      {questions.length > 0 && (
        <details>
          <summary>{t('words.adviceBased', { count: advice.tables.length })}</summary>
          <div className="choice">
            {questions.map(({ table, label }) => (
              <label key={table} className="tick">
                <input
                  type="checkbox"
                  checked={advice.tables.includes(table)}
                  onChange={(event) => onChange({ ...advice, tables: based(table, event.target.checked) })}
                />
                <span>{text(label)}</span>
              </label>
            ))}
          </div>
        </details>
      )}
      <StateField
        label={t('words.adviceState')}
        value={advice.state}
        states={ADVICE_STATES.map((state) => [state, t(`words.adviceState.${state}`)])}
        onChange={(state) => onChange({ ...advice, state })}
      />
      <AnswerFields answer={advice.answer} language={language} onChange={(answer) => onChange({ ...advice, answer })} />
    </Card>
  )
}

/** What came of earlier advice. */
export function ActionFields(props: {
  readonly action: PastAction
  readonly language: string
  readonly title: string
  readonly onChange: (action: PastAction) => void
  readonly onRemove: () => void
}): ReactElement {
  const { t } = useStudio()
  const { action, language, onChange } = props
  return (
    <Card title={props.title} onRemove={props.onRemove}>
      <WrittenField
        label={t('words.actionAdvice')}
        language={language}
        value={action.advice}
        onChange={(advice) => onChange({ ...action, advice })}
      />
      <StateField
        label={t('words.actionState')}
        value={action.state}
        states={ACTION_STATES.map((state) => [state, t(`words.actionState.${state}`)])}
        onChange={(state) => onChange({ ...action, state })}
      />
      <AnswerFields answer={action.answer} language={language} onChange={(answer) => onChange({ ...action, answer })} />
      <WrittenField
        label={t(action.state === 'notDone' ? 'words.actionWhyNot' : 'words.actionDone')}
        language={language}
        value={action.done}
        onChange={(done) => onChange({ ...action, done })}
      />
      <WrittenField
        label={t('words.actionNoticed')}
        language={language}
        value={action.noticed}
        onChange={(noticed) => onChange({ ...action, noticed })}
      />
    </Card>
  )
}

function Card(props: {
  readonly title: string
  readonly onRemove: () => void
  readonly children: ReactNode
}): ReactElement {
  const { t } = useStudio()
  return (
    <fieldset className="written card stack">
      <legend>{props.title}</legend>
      {props.children}
      <button type="button" className="btn quiet slim" onClick={props.onRemove}>
        {t('words.remove', { what: props.title })}
      </button>
    </fieldset>
  )
}

function StateField<S extends string>(props: {
  readonly label: string
  readonly value: S
  readonly states: readonly (readonly [state: S, words: string])[]
  readonly onChange: (state: S) => void
}): ReactElement {
  const id = useId()
  const { label, value, states, onChange } = props
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(states.find(([state]) => state === event.target.value)?.[0] ?? value)}
      >
        {states.map(([state, words]) => (
          <option key={state} value={state}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

/** An answer with the day on which it was given: today until somebody says otherwise. */
function AnswerFields(props: {
  readonly answer: AdviceAnswer | undefined
  readonly language: string
  readonly onChange: (answer: AdviceAnswer) => void
}): ReactElement {
  const { t } = useStudio()
  const id = useId()
  const { language, onChange } = props
  const { answer } = props
  const say = (text: AdviceAnswer['text']): void =>
    onChange({ on: new Date().toISOString().slice(0, 10), ...answer, text })
  return (
    <>
      <WrittenField label={t('words.adviceAnswer')} language={language} value={answer?.text} onChange={say} />
      {answer !== undefined && (
        <div className="field">
          <label htmlFor={id}>{t('words.adviceAnswerOn')}</label>
          <input
            id={id}
            className="date"
            type="date"
            value={answer.on}
            onChange={(event) => event.target.value !== '' && onChange({ ...answer, on: event.target.value })}
          />
        </div>
      )}
    </>
  )
}
