import { useId, useState, type ReactElement } from 'react'
import { Link } from 'wouter'
import type { StudyDetail } from '../api/api-types.ts'
import { DraftTroubles } from '../design/draft-troubles.tsx'
import { findingCounts } from '../design/finding-order.ts'
import { SavedLine } from '../design/saved-line.tsx'
import { useDefinitionDraft } from '../design/use-definition-draft.ts'
import { Note } from '../frame/note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { languageName } from '../language/local-formats.ts'
import { withOffer } from './change-definition.ts'
import { ConsentForms } from './consent-forms.tsx'
import { definitionParts, type DefinitionParts } from './definition-parts.ts'
import { HelpPhoneForm } from './help-phone-form.tsx'
import { HelpLineForms } from './help-line-forms.tsx'
import { OfferTick } from './offer-tick.tsx'
import type { PartProps } from './part-props.ts'

/** What people get around the questions: consents, a practice question, numbers to call, being contacted again. */
export function AroundPage({ study }: { readonly study: StudyDetail }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const heading = usePage(`${t('aroundHeading')} · ${text(study.title)}`)
  const draft = useDefinitionDraft(study)
  const { keeper, state } = draft
  const parts = definitionParts(state.text)
  const { blocking } = findingCounts(state.checked.findings)
  return (
    <>
      <div className="sub">
        <h1 ref={heading} tabIndex={-1}>
          {t('aroundHeading')}
        </h1>
        <div className="row">
          <SavedLine state={state} />
          <Link className="btn" href={`/studies/${study.id}/design`}>
            {t('toDesign')}
          </Link>
        </div>
      </div>
      <DraftTroubles {...draft} />
      <div className="pane wording stack">
        <p>{t('aroundWhat')}</p>
        {(parts === null || blocking > 0) && <ToMend study={study.id} blocking={blocking} />}
        {parts !== null && (
          <Forms
            study={study}
            languages={state.checked.languages}
            text={state.text}
            parts={parts}
            onChange={keeper.type}
          />
        )}
      </div>
    </>
  )
}

/** A fault, wherever it is, is mended beside the text. */
function ToMend({ study, blocking }: { readonly study: string; readonly blocking: number }): ReactElement {
  const { t } = useStudio()
  return (
    <Note kind="finding" live="status">
      <p>{t('aroundFaults', { blocking })}</p>
      <p>
        <Link href={`/studies/${study}/design`}>{t('toDesign')}</Link>
      </p>
    </Note>
  )
}

function Forms(props: {
  readonly study: StudyDetail
  readonly languages: readonly string[]
  readonly text: string
  readonly parts: DefinitionParts
  readonly onChange: (text: string) => void
}): ReactElement {
  const { t } = useStudio()
  const { study, text, parts, onChange } = props
  const languages = [...new Set([parts.language, ...props.languages])]
  const [chosen, setLanguage] = useState<string | null>(null)
  const language = chosen !== null && languages.includes(chosen) ? chosen : parts.language
  const shared: PartProps = { text, parts, language, onChange }
  return (
    <>
      {languages.length > 1 && <LanguageField languages={languages} language={language} onChange={setLanguage} />}
      <ConsentForms {...shared} languages={languages} />
      <HelpPhoneForm study={study} />
      <HelpLineForms {...shared} />
      <section className="sheet pad stack" aria-labelledby="before-and-after">
        <h2 id="before-and-after">{t('beforeAndAfter')}</h2>
        <OfferTick
          label={t('practiceAsk')}
          what={t('practiceWhat')}
          checked={parts.practiceQuestion}
          onChange={(on) => onChange(withOffer(text, 'practiceQuestion', on))}
        />
        <OfferTick
          label={t('againAsk')}
          what={t('againWhat')}
          checked={parts.contactAgain}
          onChange={(on) => onChange(withOffer(text, 'contactAgain', on))}
        />
        <p>
          {t('resultsElsewhere')} <Link href={`/studies/${study.id}/fieldwork`}>{t('toFieldwork')}</Link>
        </p>
      </section>
    </>
  )
}

function LanguageField(props: {
  readonly languages: readonly string[]
  readonly language: string
  readonly onChange: (language: string) => void
}): ReactElement {
  const { t, language: own } = useStudio()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('wordingLanguage')}</label>
      <select id={id} value={props.language} onChange={({ target }) => props.onChange(target.value)}>
        {props.languages.map((one) => (
          <option key={one} value={one}>
            {languageName(one, own)}
          </option>
        ))}
      </select>
    </div>
  )
}
