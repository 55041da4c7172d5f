import { lazy, Suspense, useState, type ReactElement } from 'react'
import { Link } from 'wouter'
import type { StudyDetail } from '../api/api-types.ts'
import { FaultBoundary } from '../frame/fault-boundary.tsx'
import { Note } from '../frame/note.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { AdviceList } from './advice-list.tsx'
import { DesignAction } from './design-action.tsx'
import { DraftTroubles } from './draft-troubles.tsx'
import type { DraftState } from './draft-state.ts'
import type { EditorTools } from './editor-tools.ts'
import { inSolvingOrder } from './finding-order.ts'
import { FindingsList } from './findings-list.tsx'
import type { Device } from './device.ts'
import { PreviewPane } from './preview-pane.tsx'
import { NO_PREVIEW, previewAfter, stillThere, type PreviewState } from './preview-state.ts'
import { SavedLine } from './saved-line.tsx'
import { ScreenList } from './screen-list.tsx'
import { useDefinitionDraft } from './use-definition-draft.ts'

const DefinitionEditorPane = lazy(() => import('./definition-editor-pane.tsx'))

/** The questionnaire: its screens, as people will read it, and its text with what was found in it. */
export function DesignPage({ study }: { readonly study: StudyDetail }): ReactElement {
  const { t, language: own } = useStudio()
  const text = useText()
  const heading = usePage(`${t('step.design')} · ${text(study.title)}`)
  const draft = useDefinitionDraft(study)
  const { keeper, state } = draft
  const preview = usePreview(state)
  const [screen, setScreen] = useState<string | null>(null)
  const [visit, setVisit] = useState(0)
  const [device, setDevice] = useState<Device>('phone')
  const [language, setLanguage] = useState<string | null>(null)
  const [tools, setTools] = useState<EditorTools | null>(null)
  const shown = stillThere(
    screen,
    preview.screens.map((one) => one.id),
  )
  const findings = inSolvingOrder(state.checked.findings, tools?.lineOf ?? (() => 0))
  const choose = (id: string): void => {
    setScreen(id)
    setVisit(visit + 1)
    tools?.showQuestion(id)
  }
  return (
    <>
      <div className="sub">
        <h1 ref={heading} tabIndex={-1}>
          {t('step.design')}
        </h1>
        <VersionLine study={study} changed={state.checked.changed} />
        <div className="row wide">
          {state.checked.topics !== undefined && (
            <Link className="btn quiet" href={`/studies/${study.id}/wording`}>
              {t('wordingLink', { own: state.checked.topics.own })}
            </Link>
          )}
          <Link className="btn quiet" href={`/studies/${study.id}/around`}>
            {t('aroundLink')}
          </Link>
          <SavedLine state={state} />
          <DesignAction study={study} keeper={keeper} state={state} findings={findings} tools={tools} />
        </div>
      </div>
      <DraftTroubles {...draft} />
      <div className={`bench ${device}`}>
        <ScreenList screens={preview.screens} current={shown} onChoose={choose} />
        <PreviewPane
          study={study.id}
          preview={preview}
          screen={shown}
          visit={visit}
          onWalk={setScreen}
          device={device}
          onDevice={setDevice}
          language={language}
          onLanguage={setLanguage}
        />
        <section className="source" aria-label={t('sourceLabel')}>
          <p className="small soft">{t('editorKeys')}</p>
          <FaultBoundary fallback={<Note kind="finding">{t('editorMissing')}</Note>}>
            <Suspense fallback={<output>{t('loading')}</output>}>
              <DefinitionEditorPane
                key={own}
                text={state.text}
                findings={state.checked.findings}
                onType={keeper.type}
                onReady={setTools}
              />
            </Suspense>
          </FaultBoundary>
          <FindingsList findings={findings} tools={tools} />
          <AdviceList advice={state.checked.advice ?? []} tools={tools} />
        </section>
      </div>
    </>
  )
}

function VersionLine({ study, changed }: { readonly study: StudyDetail; readonly changed: boolean }): ReactElement {
  const { t } = useStudio()
  const words =
    study.version === null
      ? t('versionNone')
      : t(changed ? 'versionChanged' : 'versionSame', { version: study.version })
  return <span className="soft">{words}</span>
}

/** The preview follows each saved definition that compiled. */
function usePreview({ revision, checked }: DraftState): PreviewState {
  const [seen, setSeen] = useState(() => ({ checked, preview: previewAfter(NO_PREVIEW, revision, checked) }))
  if (seen.checked === checked) return seen.preview
  const preview = previewAfter(seen.preview, revision, checked)
  setSeen({ checked, preview })
  return preview
}
