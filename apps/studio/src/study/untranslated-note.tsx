import type { ReactElement } from 'react'
import type { CheckedDefinition } from '../api/api-types.ts'
import { untranslatedOffered } from '../design/missing-translations.ts'
import { Note } from '../frame/note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { languageName } from '../language/local-formats.ts'

/** How many questions are named for a language; of the others only their number is told. */
const MOST_NAMED = 10

/** Which questions somebody who chooses an offered language would read in another one. Nothing when there are none. */
export function UntranslatedNote({ checked }: { readonly checked: CheckedDefinition }): ReactElement | null {
  const { t, language: own } = useStudio()
  const text = useText()
  const untranslated = untranslatedOffered(checked)
  if (untranslated.length === 0) return null
  const titles = new Map(checked.screens.map(({ id, title }) => [id, text(title)]))
  const named = (elements: readonly string[]): string =>
    elements
      .slice(0, MOST_NAMED)
      .map((name) => (titles.has(name) ? `${name} (${titles.get(name)})` : name))
      .join(', ')
  return (
    <Note kind="hint">
      <p>{t('untranslatedWhat')}</p>
      <ul className="points">
        {untranslated.map(({ language, elements }) => (
          <li key={language}>
            {t('untranslatedIn', {
              language: languageName(language, own),
              names: named(elements),
              more: Math.max(elements.length - MOST_NAMED, 0),
            })}
          </li>
        ))}
      </ul>
    </Note>
  )
}
