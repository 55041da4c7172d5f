import { personalDataTable } from './personal-data-table.ts'

process.stdout.write(`${personalDataTable()}\n`)
