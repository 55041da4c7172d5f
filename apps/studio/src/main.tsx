import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { takeSignInToken } from './session/sign-in-token.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/choices.css'
import './styles/bars.css'
import './styles/parts.css'
import './styles/bench.css'
import './styles/pages.css'
import './styles/publication.css'
import './styles/entry.css'
import './styles/fieldwork.css'

const host = document.getElementById('studio')
if (host === null) throw new Error('no element with id studio')
createRoot(host).render(<App token={takeSignInToken(window)} />)
