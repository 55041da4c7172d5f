import { HELP_KINDS, type HelpKind } from '@klankbord/model'
import type { ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { languageName } from '../language/local-formats.ts'
import { EntryChoice } from './entry-choice.tsx'

/** Who helped and, in a round of several languages, in which of them somebody answered. */
export function EntryCircumstances(props: {
  readonly help: HelpKind
  readonly onHelp: (help: HelpKind) => void
  /** Those of the round. */
  readonly languages: readonly string[]
  readonly language: string
  readonly onLanguage: (language: string) => void
}): ReactElement {
  const { t, language: own } = useStudio()
  return (
    <>
      <EntryChoice
        id="entry-help"
        label={t('entry.help')}
        value={props.help}
        values={HELP_KINDS.map((one) => [one, t(`help.${one}`)] as const)}
        onChoose={props.onHelp}
      />
      {props.languages.length > 1 && (
        <EntryChoice
          id="entry-language"
          label={t('entry.language')}
          value={props.language}
          values={props.languages.map((one) => [one, languageName(one, own)] as const)}
          onChoose={props.onLanguage}
        />
      )}
    </>
  )
}
