import { hashSource } from '../hash-source.ts'
import { Html } from '../html.ts'
import { ACCESS_FIELD_ID } from './access-field.ts'

/**
 * Moves the code of a QR picture into the field. It stands behind the "#" of the address, which no browser sends along;
 * afterwards it is gone from the address and so from the history of the device. What is no code (the target of a link in
 * the page) is left alone, and without scripts people type the code.
 */
const SCRIPT: string = [
  '(()=>{',
  `const field=document.getElementById('${ACCESS_FIELD_ID}'),code=location.hash.slice(1);`,
  'if(!field||!/^(?=(?:-*[A-Z\\d]){10}-*$)[A-Z\\d-]{10,14}$/i.test(code))return;',
  "if(field.value==='')field.value=code;",
  "history.replaceState(null,'',location.pathname+location.search)",
  '})()',
].join('')

/** The script of the page that asks for a code. */
export const CODE_SCRIPT: Html = new Html(`<script>${SCRIPT}</script>`)

/** What a Content-Security-Policy must allow as `script-src` for the code of a QR picture to come into its field. */
export const PAGE_SCRIPT_SOURCES: readonly string[] = [hashSource(SCRIPT)]
