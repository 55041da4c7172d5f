import type { ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { languageName } from '../language/local-formats.ts'
import type { PlanProps } from './round-plan.ts'

/** Which of the languages that are open people can choose in this round. Nothing to choose where there is one. */
export function LanguageChoice(props: PlanProps & { readonly open: readonly string[] }): ReactElement | null {
  const { t, language: own } = useStudio()
  const { open, plan, onChange } = props
  if (open.length < 2) return null
  const chosen = plan.languages ?? open
  const choose = (language: string, on: boolean): void => {
    const next = open.filter((one) => (one === language ? on : chosen.includes(one)))
    // A round without a language is none; the last one stays.
    if (next.length > 0) onChange({ ...plan, languages: next.length === open.length ? null : next })
  }
  return (
    <fieldset className="choice">
      <legend>{t('languageChoice')}</legend>
      {open.map((language) => (
        <label key={language} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(language)}
            onChange={({ target }) => choose(language, target.checked)}
          />{' '}
          {languageName(language, own)}
        </label>
      ))}
    </fieldset>
  )
}
