import type { Finding } from '@klankbord/model'
import { useEffect, useEffectEvent, useRef, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { problemSentence } from '../problems/problem-sentence.ts'
import { createDefinitionEditor, type DefinitionEditor } from './definition-editor.ts'
import { rangeOfFinding, toolsOf, type EditorTools } from './editor-tools.ts'

/** The text of the definition, with its findings at their places. Loaded apart: CodeMirror is large. */
export default function DefinitionEditorPane(props: {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly onType: (text: string) => void
  readonly onReady: (tools: EditorTools) => void
}): ReactElement {
  const { text, findings, onType, onReady } = props
  const { t, language } = useStudio()
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<DefinitionEditor>(null)
  const make = useEffectEvent((element: HTMLDivElement) => {
    const words = {
      label: t('editorLabel'),
      fold: t('editorFold'),
      unfold: t('editorUnfold'),
      folded: t('editorFolded'),
    }
    return createDefinitionEditor(element, { text, words, onType })
  })

  useEffect(() => {
    if (host.current === null) return
    const made = make(host.current)
    editor.current = made
    onReady(toolsOf(made))
    return () => made.destroy()
  }, [onReady])

  useEffect(() => {
    if (editor.current !== null && editor.current.text() !== text) editor.current.replaceText(text)
  }, [text])

  useEffect(() => {
    const now = editor.current?.text() ?? ''
    const marks = findings.map((one) => ({
      ...rangeOfFinding(now, one),
      severity: one.severity,
      sentence: problemSentence(one, language),
    }))
    editor.current?.mark(marks)
  }, [findings, language])

  return <div ref={host} className="editor" />
}
