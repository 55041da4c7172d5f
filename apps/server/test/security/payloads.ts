/** What a payload is meant to do. */
export type PayloadKind =
  'markup' | 'address' | 'letters' | 'formula' | 'template' | 'message' | 'path' | 'sql' | 'line'

/** Something that somebody writes in a field in the hope that a program takes it for more than text. */
export interface Payload {
  readonly kind: PayloadKind
  readonly text: string
}

/** An attribute that no page of ours has: where an element bears it, somebody's text became markup. */
export const PLANTED = 'data-planted'

/** What a template would make of the sum that stands in it. */
export const SUM = { asked: '1337*7331', result: '9801547' }

const RUN = 'window.__ran=1'

const MARKUP: readonly string[] = [
  `<script ${PLANTED}>${RUN}</script>`,
  `<img ${PLANTED} src=x onerror=${RUN}>`,
  `<svg ${PLANTED} onload=${RUN}><a href="javascript:${RUN}"></svg>`,
  `" ${PLANTED} autofocus onfocus="${RUN}" x="`,
  `' ${PLANTED} onmouseover='${RUN}`,
  `</title></textarea></style></script><b ${PLANTED}>`,
  `<a ${PLANTED} href="javascript:${RUN}">x</a><iframe ${PLANTED} srcdoc="<script>parent.${RUN}</script>">`,
  `<math><mtext><table><mglyph><style><img ${PLANTED} src=x onerror="${RUN}"></style></mglyph></table></mtext></math>`,
  `<form ${PLANTED} action=https://elders.example><button>x`,
  `<meta ${PLANTED} http-equiv=refresh content="0;url=https://elders.example"><base href=https://elders.example>`,
  `<!--<img ${PLANTED} src=x onerror=${RUN}>--!><p ${PLANTED}>`,
  `&lt;img ${PLANTED} src=x onerror=${RUN}&gt; &#60;b ${PLANTED}&#62;`,
]

const OTHERS: Readonly<Record<Exclude<PayloadKind, 'markup'>, readonly string[]>> = {
  address: [`javascript:${RUN}`, `data:text/html,<script>${RUN}</script>`, '//elders.example/x.png'],
  letters: ['\u202Etxet desrever\u202C', 'nul\u200Bbreedte\uFEFF\u2060', '\u061Cتجربة\u2067'],
  formula: [
    '=1+1',
    '=HYPERLINK("https://elders.example","x")',
    '+31 6',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    " =cmd|'/c calc'!A1",
  ],
  template: [
    `{{${SUM.asked}}}`,
    `\${${SUM.asked}}`,
    `<%= ${SUM.asked} %>`,
    `#{${SUM.asked}}`,
    `{% print ${SUM.asked} %}`,
  ],
  message: ['{planted, plural, other {#}}', "'{'", '{0}', '{', '{name}'],
  path: ['../../../../etc/passwd', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '..\\..\\windows', '/etc/passwd'],
  sql: ["' OR '1'='1", "'; DROP TABLE responses; --", "\\' UNION SELECT NULL--", '$$; select pg_sleep(3) --'],
  line: ['a\r\nX-Planted: ja', 'a\nBcc: elders@elders.example', '%0d%0aX-Planted: ja', 'a\u2028b'],
}

/** What no field keeps: it is refused, everywhere. */
export const UNSTORABLE: readonly string[] = ['nul\u0000teken', 'half \uD800 teken']

/** Names that JavaScript keeps for itself. */
export const OWN_NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString']

/** All of them. */
export const PAYLOADS: readonly Payload[] = [
  ...MARKUP.map((text) => ({ kind: 'markup' as const, text })),
  ...Object.entries(OTHERS).flatMap(([kind, texts]) =>
    texts.map((text) => ({ kind: kind as Exclude<PayloadKind, 'markup'>, text })),
  ),
]
