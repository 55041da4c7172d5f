import { EditorView } from '@codemirror/view'

/** The look of the text editor, in the tokens of the page around it. */
export const editorTheme: ReturnType<typeof EditorView.theme> = EditorView.theme({
  '&': { height: '100%', color: 'var(--kb-ink)', backgroundColor: 'var(--kb-surface)', fontSize: '0.9375rem' },
  // The ring stands around the host, where no line lies over it.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace', lineHeight: '1.6' },
  '.cm-content': { paddingBlock: '0.75rem', caretColor: 'var(--kb-ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--kb-ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--kb-ink-soft)', border: '0' },
  '.cm-activeLine': { backgroundColor: '#f4f9f8' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: '#bfe0dd',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--kb-accent-wash)' },
  '.cm-foldPlaceholder': { backgroundColor: '#f0ebdf', border: '0', color: 'var(--kb-ink)' },
  // CodeMirror draws these lines as data: pictures, which the content security policy refuses.
  '.cm-lintRange': {
    backgroundImage: 'none',
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '0.25em',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecorationStyle: 'wavy',
    textDecorationColor: 'var(--kb-warm)',
    backgroundColor: 'var(--kb-warm-wash)',
  },
  '.cm-lintRange-info': {
    backgroundImage: 'none',
    textDecorationStyle: 'dotted',
    textDecorationColor: 'var(--kb-accent)',
  },
  // Lies inside the mark of the finding that is looked at, which has its line already.
  '.cm-lintRange-active': { textDecorationLine: 'none', backgroundColor: 'transparent' },
  '.cm-tooltip': {
    maxWidth: '28rem',
    fontFamily: 'var(--kb-font)',
    backgroundColor: 'var(--kb-surface)',
    border: '1px solid var(--kb-line-strong)',
    borderRadius: 'var(--kb-radius)',
  },
  '.cm-diagnostic': { padding: '0.5rem 0.75rem' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--kb-warm)' },
  '.cm-diagnostic-info': { borderLeft: '4px solid var(--kb-accent)' },
})
