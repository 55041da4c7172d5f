/** A question as it stands on a page. */
export interface AskedQuestion {
  readonly title: string
  readonly options: readonly string[]
}

/** What both begin from: a button and nothing else. */
export const START_PAGE = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Begin</title><link rel="icon" href="data:,">
<form method="post" action="/static"><button id="static">Begin</button></form>
<form method="post" action="/survey"><button id="survey">Begin</button></form>`

/** The page that somebody writes by hand who wants nothing but this question on a phone. */
export function handWrittenPage({ title, options }: AskedQuestion): string {
  const rows = options.map((text, at) => `<label><input type="radio" name="q" value="${at}"> ${text}</label>`)
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,">
<style>
body { font: 1.25rem/1.5 system-ui, sans-serif; color: #1b2a33; background: #faf8f3; max-width: 38rem; margin: auto; padding: 1rem; }
fieldset { border: 0; margin: 0; padding: 0; }
label { display: flex; align-items: center; min-height: 3.5rem; padding: 0 .75rem; background: #fff; border: 1px solid #d9d3c7; }
input { width: 1.5rem; height: 1.5rem; margin: 0 .75rem 0 0; }
button { font: inherit; min-height: 3.5rem; margin-top: 1.5rem; padding: 0 1.5rem; color: #fff; background: #0b6469; border: 0; border-radius: .5rem; }
</style></head>
<body><main><form method="post"><fieldset><legend><h1>${title}</h1></legend>${rows.join('\n')}</fieldset>
<button>Verder</button></form></main></body></html>`
}

/** A page in which a script puts a questionnaire. */
export function scriptedPage(script: string, style: string): string {
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>SurveyJS</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${style}"></head>
<body><div id="root"></div><script type="module" src="${script}"></script></body></html>`
}
