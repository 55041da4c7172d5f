import type { Finding } from '@klankbord/model'
import type { ReactElement } from 'react'
import { Icon } from '../frame/icon.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { languageName } from '../language/local-formats.ts'
import { problemSentence } from '../problems/problem-sentence.ts'
import type { EditorTools } from './editor-tools.ts'
import { findingCounts } from './finding-order.ts'
import { missingTranslations, type Untranslated } from './missing-translations.ts'
import { replacedPart } from './repairable.ts'

/** What was found, in the order of the text; each leads to its place. */
export function FindingsList(props: {
  readonly findings: readonly Finding[]
  readonly tools: EditorTools | null
}): ReactElement {
  const { t } = useStudio()
  const { findings, tools } = props
  const { others, untranslated } = missingTranslations(findings)
  const { blocking, hints } = findingCounts(others)
  return (
    <section className="findings" aria-labelledby="findings-title">
      <h2 id="findings-title" aria-live="polite">
        {findings.length === 0
          ? t('findingsNone')
          : t('findingsTitle', { blocking, hints: hints + Math.min(untranslated.length, 1) })}
      </h2>
      <ul>
        {others.map((finding) => (
          <FindingRow key={`${finding.code} ${finding.path} ${finding.message}`} finding={finding} tools={tools} />
        ))}
        {untranslated.length > 0 && <UntranslatedRow untranslated={untranslated} tools={tools} />}
      </ul>
    </section>
  )
}

function FindingRow({
  finding,
  tools,
}: {
  readonly finding: Finding
  readonly tools: EditorTools | null
}): ReactElement {
  const { t, language } = useStudio()
  const blocks = finding.severity === 'block'
  return (
    <li className={blocks ? 'note finding' : 'note hint'}>
      <Icon name={blocks ? 'finding' : 'hint'} />
      <div>
        <p>
          <span className="sr">{t(blocks ? 'findingBlocks' : 'findingHint')} </span>
          {problemSentence(finding, language)}
          {finding.suggestion !== undefined && <> {t('findingSuggestion', { suggestion: finding.suggestion })}</>}
        </p>
        <div className="row">
          <button type="button" className="btn quiet slim" onClick={() => tools?.goTo(finding)}>
            {tools === null ? t('goToPlace') : t('goToLine', { line: tools.lineOf(finding) })}
          </button>
          {replacedPart(finding) !== null && (
            <button type="button" className="btn slim" onClick={() => tools?.repair(finding)}>
              {t('takeSuggestion')}
              <span className="sr"> {finding.suggestion}</span>
            </button>
          )}
        </div>
      </div>
    </li>
  )
}

function UntranslatedRow(props: {
  readonly untranslated: readonly Untranslated[]
  readonly tools: EditorTools | null
}): ReactElement {
  const { t, language: own } = useStudio()
  const { untranslated, tools } = props
  return (
    <li className="note hint">
      <Icon name="hint" />
      <div>
        <p>
          <span className="sr">{t('findingHint')} </span>
          {t('findingsUntranslated')}
        </p>
        <ul>
          {untranslated.map(({ language, texts, first }) => (
            <li key={language} className="row">
              {t('findingUntranslated', { language: languageName(language, own), texts })}
              <button type="button" className="btn quiet slim" onClick={() => tools?.goTo(first)}>
                {tools === null ? t('goToPlace') : t('goToLine', { line: tools.lineOf(first) })}
                <span className="sr"> {languageName(language, own)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
