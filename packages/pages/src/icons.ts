import { html, type Html } from './html.ts'

const icon = (path: Html, classes = 'icon'): Html =>
  html`<svg class="${classes}" viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`

/** A larger picture above words. */
export const drawing = (path: Html): Html =>
  html`<svg class="drawing" viewBox="0 0 64 64" aria-hidden="true">${path}</svg>`

/** Small pictures beside words, never instead of them. The ones with a direction turn round in right-to-left pages. */
export const ICONS: Readonly<
  Record<
    | 'forward'
    | 'back'
    | 'down'
    | 'tick'
    | 'globe'
    | 'attention'
    | 'offline'
    | 'device'
    | 'bin'
    | 'speaker'
    | 'square'
    | 'bars'
    | 'copy'
    | 'print',
    Html
  >
> = {
  forward: icon(html`<path d="m9 5 7 7-7 7" />`, 'icon turns'),
  back: icon(html`<path d="m15 5-7 7 7 7" />`, 'icon turns'),
  down: icon(html`<path d="m5 9 7 7 7-7" />`),
  tick: icon(html`<path d="m4.5 12.5 5 5 10-11" />`),
  globe: icon(
    html`<circle cx="12" cy="12" r="9" /><path
        d="M3 12h18M12 3c2.7 2.7 4 5.7 4 9s-1.3 6.3-4 9c-2.7-2.7-4-5.7-4-9s1.3-6.3 4-9z"
      />`,
  ),
  attention: icon(html`<circle cx="12" cy="12" r="9" /><path d="M12 7v6M12 16.5v.1" />`),
  offline: icon(
    html`<path
      d="M3 3l18 18M5 12.5a10 10 0 0 1 3.5-2.3M19 12.5a10 10 0 0 0-6-2.9M2 9a15 15 0 0 1 4-2.5M22 9A15 15 0 0 0 11 5M8.5 16a5 5 0 0 1 6-.8M12 19.5v.1"
    />`,
  ),
  device: icon(html`<rect x="6.5" y="3" width="11" height="18" rx="2" /><path d="M11 17.5h2" />`),
  copy: icon(html`<rect x="8.5" y="8.5" width="11" height="11" rx="2" /><path d="M15.5 5.5v-1h-11v11h1" />`),
  print: icon(html`<path d="M7 9V4h10v5M7 17H4V9h16v8h-3" /><path d="M7 14h10v6H7z" />`),
  bin: icon(html`<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5" />`),
  speaker: icon(
    html`<path d="M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4.2 4.2 0 0 1 0 6M18.6 6.2a8.2 8.2 0 0 1 0 11.6" />`,
    'icon turns',
  ),
  square: icon(html`<path d="M7 7h10v10H7z" />`),
  bars: icon(html`<path d="M8 6v12M16 6v12" />`),
}

/** The mark: a dot that sounds. */
export const MARK: Html = html`<svg class="mark-dot" viewBox="5 3 19 22" aria-hidden="true">
  <circle cx="8" cy="14" r="2.5" />
  <path d="M13 8.5a8 8 0 0 1 0 11M18 5a13 13 0 0 1 0 18" />
</svg>`

/** Drawings of a device that keeps answers, and of what is finished. */
export const DRAWINGS: Readonly<Record<'device' | 'seal', Html>> = {
  device: drawing(
    html`<rect class="warm" x="16" y="6" width="32" height="52" rx="5" /><path
        d="M24 18h16M24 26h16M24 34h9M28 50h8"
      />`,
  ),
  seal: html`<svg class="seal" viewBox="0 0 64 64" aria-hidden="true">
    <circle cx="32" cy="32" r="30" />
    <path d="m19 33 9 9 18-20" />
  </svg>`,
}
