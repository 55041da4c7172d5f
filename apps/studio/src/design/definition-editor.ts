import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language'
import { nextDiagnostic, previousDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { editorTheme } from './editor-theme.ts'
import type { Repair } from './finding-repair.ts'
import type { TextRange } from './pointer-position.ts'

/** A place in the text with what was found there. */
export interface Mark extends TextRange {
  readonly severity: 'block' | 'hint'
  readonly sentence: string
}

/** The words of the editor. */
export interface EditorWords {
  readonly label: string
  readonly fold: string
  readonly unfold: string
  readonly folded: string
}

/** The editor as the page uses it. */
export interface DefinitionEditor {
  text(): string
  /** Puts another text in, as one step that can be undone. */
  replaceText(text: string): void
  mark(marks: readonly Mark[]): void
  /** Selects a stretch, brings it in view and puts the focus there. */
  select(range: TextRange): void
  /** Brings a stretch in view and leaves the focus where it is. */
  show(range: TextRange): void
  repair(repair: Repair): void
  /** The line of a position, from 1. */
  lineAt(position: number): number
  focus(): void
  destroy(): void
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--kb-accent-strong)' },
  { tag: tags.string, color: 'var(--kb-ink)' },
  { tag: tags.number, color: '#8f3812' },
  { tag: [tags.bool, tags.null], color: '#8f3812' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--kb-ink-soft)' },
])

/**
 * Makes the text editor for a definition inside a host element. It lives in a shadow root, because there
 * CodeMirror adopts a constructed style sheet; in the page itself it would need an inline style element,
 * which the content security policy refuses.
 */
export function createDefinitionEditor(
  host: HTMLElement,
  options: { readonly text: string; readonly words: EditorWords; readonly onType: (text: string) => void },
): DefinitionEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const { text, words, onType } = options
  const state = EditorState.create({ doc: text, extensions: [extensions(words), typing(onType)] })
  const view = new EditorView({ state, parent: root, root })
  return {
    text: () => view.state.doc.toString(),
    replaceText: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    mark: (marks) => view.dispatch(setDiagnostics(view.state, marks.map(diagnostic))),
    select: ({ from, to }) => {
      view.dispatch({ selection: { anchor: from, head: to }, effects: centred(from) })
      view.focus()
    },
    show: ({ from }) => view.dispatch({ selection: { anchor: from }, effects: centred(from) }),
    repair: ({ from, to, insert }) => view.dispatch({ changes: { from, to, insert }, userEvent: 'input.repair' }),
    lineAt: (position) => view.state.doc.lineAt(Math.min(position, view.state.doc.length)).number,
    focus: () => view.focus(),
    destroy: () => {
      view.destroy()
      root.replaceChildren()
    },
  }
}

function extensions(words: EditorWords): Extension {
  return [
    lineNumbers(),
    foldGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    json(),
    syntaxHighlighting(colours),
    editorTheme,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': words.label, spellcheck: 'false', tabindex: '0' }),
    EditorState.phrases.of({
      'Fold line': words.fold,
      'Unfold line': words.unfold,
      'folded code': words.folded,
      unfold: words.unfold,
    }),
    keymap.of([
      { key: 'F8', run: nextDiagnostic, shift: previousDiagnostic },
      ...defaultKeymap,
      ...historyKeymap,
      ...foldKeymap,
      indentWithTab,
    ]),
  ]
}

function typing(onType: (text: string) => void): Extension {
  return EditorView.updateListener.of((update) => {
    if (update.docChanged) onType(update.state.doc.toString())
  })
}

function diagnostic({ from, to, severity, sentence }: Mark): Diagnostic {
  return { from, to, severity: severity === 'block' ? 'error' : 'info', message: sentence }
}

function centred(position: number): ReturnType<typeof EditorView.scrollIntoView> {
  return EditorView.scrollIntoView(position, { y: 'center' })
}
