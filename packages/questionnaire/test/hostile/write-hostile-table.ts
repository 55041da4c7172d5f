import { writeFileSync } from 'node:fs'
import { hostileTable } from './hostile-table.ts'

writeFileSync(new URL('../../docs/hostile-answers.md', import.meta.url), hostileTable())
