import type { WordLists } from './lists.ts'
import abbreviations from './en/abbreviations.json' with { type: 'json' }
import bands from './en/bands.json' with { type: 'json' }
import heavySubjects from './en/heavy-subjects.json' with { type: 'json' }
import jargon from './en/jargon.json' with { type: 'json' }
import joining from './en/joining.json' with { type: 'json' }
import knownLists from './en/known-lists.json' with { type: 'json' }
import leading from './en/leading.json' with { type: 'json' }
import negations from './en/negations.json' with { type: 'json' }
import officialese from './en/officialese.json' with { type: 'json' }
import scales from './en/scales.json' with { type: 'json' }
import waysOut from './en/ways-out.json' with { type: 'json' }

/** The lists of English. */
export const en: WordLists = {
  abbreviations,
  bands,
  heavySubjects,
  jargon,
  joining,
  knownLists,
  leading,
  negations,
  officialese,
  scales,
  waysOut,
}
