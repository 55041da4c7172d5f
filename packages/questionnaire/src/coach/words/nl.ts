import type { WordLists } from './lists.ts'
import abbreviations from './nl/abbreviations.json' with { type: 'json' }
import bands from './nl/bands.json' with { type: 'json' }
import heavySubjects from './nl/heavy-subjects.json' with { type: 'json' }
import jargon from './nl/jargon.json' with { type: 'json' }
import joining from './nl/joining.json' with { type: 'json' }
import knownLists from './nl/known-lists.json' with { type: 'json' }
import leading from './nl/leading.json' with { type: 'json' }
import negations from './nl/negations.json' with { type: 'json' }
import officialese from './nl/officialese.json' with { type: 'json' }
import scales from './nl/scales.json' with { type: 'json' }
import waysOut from './nl/ways-out.json' with { type: 'json' }

/** The lists of Dutch. */
export const nl: WordLists = {
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
