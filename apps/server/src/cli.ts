#!/usr/bin/env node
import { runCommandLine } from './cli/run-command-line.ts'
import { ownSurroundings } from './cli/surroundings.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), ownSurroundings())
