/** A question as it stands on a page. */
export interface AskedQuestion {
  readonly title: string
  readonly lead: string
  readonly options: readonly string[]
}

/** What both begin from: a button and nothing else. */
export const START_PAGE = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Begin</title><link rel="icon" href="data:,">
<form method="post" action="/static"><button id="static">Begin</button></form>
<form method="post" action="/survey"><button id="survey">Begin</button></form>`

/**
 * The page that somebody writes by hand who wants this one question on a phone to look as ours does: progress, the
 * sentence in quotation marks, answers as rows, three buttons and whom to call; with the colours and sizes of ours, and
 * nothing for other questions, other languages, older browsers or what somebody opens.
 */
export function handWrittenPage({ title, lead, options }: AskedQuestion): string {
  const rows = options.map(
    (text, at) => `<label><input type="radio" name="q" value="${at}"> <span>${text}</span></label>`,
  )
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,">
<style>
* { box-sizing: border-box; }
body { font: 1.25rem/1.5 system-ui, sans-serif; color: #1b2a33; background: #faf8f3; max-width: 40.5rem; margin: auto; padding: 0 1.25rem 2.5rem; }
header { font-size: 1rem; font-weight: 600; padding: 1rem 0; }
small { font-size: 1rem; color: #465560; }
progress { display: block; appearance: none; width: 100%; height: .25rem; border: 0; margin-bottom: 1.25rem; }
progress::-webkit-progress-bar { background: #d9d3c7; border-radius: 1rem; }
progress::-webkit-progress-value { background: #0b6469; border-radius: 1rem; }
fieldset { border: 0; margin: 0; padding: 0; }
legend { padding: 0; }
legend p { margin: 0 0 .25rem; color: #465560; }
h1 { font-size: 1.953rem; line-height: 1.2; margin: 0 0 1.25rem; text-wrap: balance; }
.answers { border: 1px solid #d9d3c7; border-radius: .75rem; overflow: hidden; }
label { display: flex; align-items: center; gap: .875rem; min-height: 3.5rem; padding: .625rem 1rem; background: #fff; border-bottom: 1px solid #d9d3c7; line-height: 1.35; }
label:last-child { border-bottom: 0; }
label:has(:checked) { background: #e3f0ef; }
input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: #0b6469; }
:focus-visible { outline: 3px solid #ffb300; outline-offset: 2px; }
.actions { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; margin-top: 1.5rem; }
button { font: inherit; font-weight: 600; min-height: 3.5rem; padding: 0 1rem; color: #084a4e; background: #fff; border: 1px solid #7d786d; border-radius: .5rem; }
.primary { grid-column: 1 / -1; color: #fff; background: #0b6469; }
footer { margin-top: 1.5rem; padding: 1rem 0; border-top: 1px solid #d9d3c7; font-size: 1rem; }
</style></head>
<body><header>Cliëntenplatform Voorbeeldstad</header><main>
<small>Vraag 1 van 15</small><progress value="1" max="15"></progress>
<form method="post"><fieldset><legend><p>${lead}</p><h1>“${title}”</h1></legend>
<div class="answers">${rows.join('\n')}</div></fieldset>
<div class="actions"><button class="primary">Verder</button><button name="go" value="back">Terug</button><button name="go" value="skip">Overslaan</button></div>
</form></main><footer><p><a href="/stop">Stoppen</a></p><p>Hulp nodig? Bel <a href="tel:08000000000">0800 – 000 00 00</a></p></footer></body></html>`
}

/** A page in which a script puts a questionnaire. */
export function scriptedPage(script: string, style: string): string {
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>SurveyJS</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${style}"></head>
<body><div id="root"></div><script type="module" src="${script}"></script></body></html>`
}
