import { fileURLToPath } from 'node:url'
import type { Json } from '@klankbord/model'
import { build, type Rollup } from 'vite'

/** What a page loads that shows a definition with survey-react-ui. */
export interface SurveyFiles {
  readonly script: string
  readonly style: string
}

const ENTRY = 'virtual:survey'

/** Bundles survey-react-ui with a definition, as an app of its own does; its style asks for no font elsewhere. */
export async function surveyFiles(definition: Json): Promise<SurveyFiles> {
  const result = await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: true, rollupOptions: { input: ENTRY } },
    plugins: [
      {
        name: 'survey',
        resolveId: (id) => (id === ENTRY ? fileURLToPath(new URL('survey-entry.js', import.meta.url)) : undefined),
        load: (id) => (id.endsWith('survey-entry.js') ? entry(definition) : undefined),
      },
    ],
  })
  const { output } = result as Rollup.RollupOutput
  const style = output.find(({ fileName }) => fileName.endsWith('.css'))
  const css = style?.type === 'asset' ? String(style.source) : ''
  if (css === '') throw new Error('no style came out of the build')
  return { script: output[0].code, style: css }
}

function entry(definition: Json): string {
  return `import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import 'survey-core/survey-core.fontless.min.css'
const model = new Model(${JSON.stringify(definition)})
createRoot(document.getElementById('root')).render(createElement(Survey, { model }))`
}
