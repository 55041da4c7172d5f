import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import 'survey-core/survey-core.fontless.min.css'

/** The definition, which the build fills in. */
declare const DEFINITION: object

const root = document.querySelector('#root')
if (root === null) throw new Error('the page has no place for the survey')
createRoot(root).render(createElement(Survey, { model: new Model(DEFINITION) }))
