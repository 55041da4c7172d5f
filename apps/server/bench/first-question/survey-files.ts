import { fileURLToPath } from 'node:url'
import type { Json } from '@klankbord/model'
import { build, type Rollup } from 'vite'

/** What a page loads that shows a definition with survey-react-ui. */
export interface SurveyFiles {
  readonly script: string
  readonly style: string
}

/** Bundles survey-react-ui with a definition, as an app of its own does; its style asks for no font elsewhere. */
export async function surveyFiles(definition: Json): Promise<SurveyFiles> {
  const result = await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', DEFINITION: JSON.stringify(definition) },
    build: {
      write: false,
      minify: true,
      rollupOptions: { input: fileURLToPath(new URL('survey-entry.ts', import.meta.url)) },
    },
  })
  const { output } = result as Rollup.RollupOutput
  const style = output.find(({ fileName }) => fileName.endsWith('.css'))
  const css = style?.type === 'asset' ? String(style.source) : ''
  if (css === '') throw new Error('no style came out of the build')
  return { script: output[0].code, style: css }
}
