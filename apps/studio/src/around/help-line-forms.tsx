import { localize } from '@klankbord/model'
import type { ReactElement } from 'react'
import { Icon } from '../frame/icon.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { withHelpLine, withHelpLineAt, withoutHelpLine, withPhone, withWords } from './change-definition.ts'
import type { WrittenHelpLine } from './definition-parts.ts'
import type { PartProps } from './part-props.ts'
import { SpokenField } from './spoken-field.tsx'

/** Numbers to call for who wants to talk, for the study and at its heavy questions. */
export function HelpLineForms(props: PartProps): ReactElement {
  const { t } = useStudio()
  const { text, parts, onChange } = props
  return (
    <section className="sheet pad stack" aria-labelledby="help-lines">
      <h2 id="help-lines">{t('helpLinesTitle')}</h2>
      <p>{t('helpLinesWhat')}</p>
      {parts.helpLines.map((line) => (
        <HelpLineForm key={line.path} {...props} line={line} />
      ))}
      <button
        type="button"
        className="btn"
        onClick={() => onChange(withHelpLine(text, { [parts.language]: t('helpLineNew') }))}
      >
        <Icon name="plus" />
        {t('helpLineAdd')}
      </button>
    </section>
  )
}

const WORDS = ['title', 'hours', 'text'] as const

function HelpLineForm(props: PartProps & { readonly line: WrittenHelpLine }): ReactElement {
  const { t } = useStudio()
  const { text, parts, language, line, onChange } = props
  const spoken = { language, own: parts.language }
  const called = localize(line.title, language, parts.language)
  const spokenFields = WORDS.map((part) => (
    <SpokenField
      key={part}
      long={part === 'text'}
      label={t(`helpLine.${part}`)}
      language={language}
      value={line[part][language] ?? ''}
      onChange={(words) => onChange(withWords(text, `${line.path}/${part}`, line[part], words, spoken))}
    />
  ))
  return (
    <fieldset className="help-line stack">
      <legend>
        <b>{called}</b>
      </legend>
      <div className="two">
        {spokenFields[0]}
        <SpokenField
          label={t('helpLine.phone')}
          language={language}
          maxLength={30}
          value={line.phone}
          onChange={(phone) => onChange(withPhone(text, line, phone))}
        />
        {spokenFields.slice(1)}
      </div>
      <HelpLinePlaces {...props} />
      <button type="button" className="btn quiet slim" onClick={() => onChange(withoutHelpLine(text, line))}>
        {t('helpLineRemove')}
        <span className="sr"> {called}</span>
      </button>
    </fieldset>
  )
}

/** At which questions a help line stands; those that are marked as sensitive first. */
function HelpLinePlaces({
  text,
  parts,
  language,
  line,
  onChange,
}: PartProps & { readonly line: WrittenHelpLine }): ReactElement {
  const { t } = useStudio()
  const places = parts.questions.filter(({ helpLines }) => helpLines.includes(line.name))
  const inOrder = parts.questions.toSorted((a, b) => Number(b.sensitive) - Number(a.sensitive))
  return (
    <details>
      <summary>{t('helpLinePlaces', { count: places.length })}</summary>
      <fieldset>
        <legend className="small soft">{t('helpLinePlacesWhat')}</legend>
        {inOrder.map((question) => (
          <label key={question.path} className="tick">
            <input
              type="checkbox"
              checked={question.helpLines.includes(line.name)}
              onChange={({ target }) => onChange(withHelpLineAt(text, question, line.name, target.checked))}
            />
            <span>
              {localize(question.title, language, parts.language) || question.name}
              {question.sensitive && <span className="tag">{t('sensitiveQuestion')}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
