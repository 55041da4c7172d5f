import { analysisProblems } from './problems/analysis-problems.ts'
import { answerProblems } from './problems/answer-problems.ts'
import { backupProblems } from './problems/backup-problems.ts'
import { collectionProblems } from './problems/collection-problems.ts'
import { definitionProblems } from './problems/definition-problems.ts'
import { entryProblems } from './problems/entry-problems.ts'
import { fieldworkProblems } from './problems/fieldwork-problems.ts'
import { instrumentProblems } from './problems/instrument-problems.ts'
import { operationProblems } from './problems/operation-problems.ts'
import { pageProblems } from './problems/page-problems.ts'
import { publicationProblems } from './problems/publication-problems.ts'
import { retentionProblems } from './problems/retention-problems.ts'
import { samplingProblems } from './problems/sampling-problems.ts'
import { singleAnswerProblems } from './problems/single-answer-problems.ts'
import { staffProblems } from './problems/staff-problems.ts'
import { statisticsProblems } from './problems/statistics-problems.ts'
import { textProblems } from './problems/text-problems.ts'

/** Every coded problem of the project: code to the sentence that its details make. */
export const PROBLEM_REGISTRY: typeof analysisProblems &
  typeof answerProblems &
  typeof backupProblems &
  typeof collectionProblems &
  typeof definitionProblems &
  typeof entryProblems &
  typeof fieldworkProblems &
  typeof instrumentProblems &
  typeof operationProblems &
  typeof pageProblems &
  typeof publicationProblems &
  typeof retentionProblems &
  typeof samplingProblems &
  typeof singleAnswerProblems &
  typeof staffProblems &
  typeof statisticsProblems &
  typeof textProblems = {
  ...analysisProblems,
  ...answerProblems,
  ...backupProblems,
  ...collectionProblems,
  ...definitionProblems,
  ...entryProblems,
  ...fieldworkProblems,
  ...instrumentProblems,
  ...operationProblems,
  ...pageProblems,
  ...publicationProblems,
  ...retentionProblems,
  ...samplingProblems,
  ...singleAnswerProblems,
  ...staffProblems,
  ...statisticsProblems,
  ...textProblems,
}
