import { evaluationTable } from './evaluation-table.ts'

process.stdout.write(`${evaluationTable()}\n`)
