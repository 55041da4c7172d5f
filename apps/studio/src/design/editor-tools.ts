import type { Finding } from '@klankbord/model'
import type { DefinitionEditor } from './definition-editor.ts'
import { repairOf } from './finding-repair.ts'
import { rangeOfKey, rangeOfName, rangeOfPointer, rangeOfSyntaxError, type TextRange } from './pointer-position.ts'

/** What the page beside the editor can ask of it. */
export interface EditorTools {
  goTo(finding: Finding): void
  /** To what stands at a JSON pointer. */
  goToPlace(path: string): void
  /** The line of a finding in the text as it is now, from 1. */
  readonly lineOf: (finding: Finding) => number
  repair(finding: Finding): void
  /** Brings the question with this name in view. */
  showQuestion(name: string): void
  focus(): void
}

/** Findings about a property itself, whatever its value. */
const ABOUT_KEYS: ReadonlySet<string> = new Set(['unknownProperty', 'propertyNotHere', 'unknownLanguage'])

/** Where a finding stands in a text: broken JSON where it breaks, all else at its pointer. */
export function rangeOfFinding(text: string, finding: Finding): TextRange {
  const broken = finding.path === '' ? rangeOfSyntaxError(text) : null
  const key = ABOUT_KEYS.has(finding.code) ? rangeOfKey(text, finding.path) : null
  return broken ?? key ?? rangeOfPointer(text, finding.path)
}

/** The tools of an editor. */
export function toolsOf(editor: DefinitionEditor): EditorTools {
  return {
    goTo: (finding) => editor.select(rangeOfFinding(editor.text(), finding)),
    goToPlace: (path) => editor.select(rangeOfPointer(editor.text(), path)),
    lineOf: (finding) => editor.lineAt(rangeOfFinding(editor.text(), finding).from),
    repair: (finding) => {
      const repair = repairOf(editor.text(), finding)
      if (repair === null) editor.select(rangeOfFinding(editor.text(), finding))
      else editor.repair(repair)
    },
    showQuestion: (name) => {
      const range = rangeOfName(editor.text(), name)
      if (range !== null) editor.show(range)
    },
    focus: () => editor.focus(),
  }
}
