const CHOSEN = 'the native control shows what is chosen, and its words are bolder'
const RING = 'the control itself shows the ring'
const LINES = 'lines break elsewhere'
const UNDERLINE = 'the underline is drawn as usual'
const SYSTEM = 'the colours of the page, and a look with strong contrast to choose'
const KEYBOARD = 'a keyboard with other keys shows; all that is typed is read alike'
const BROUGHT = 'apps/respond/src/older-browsers.ts brings it along'
const SAID = 'the server makes every page: the script on top does not begin (canSay)'
const ASKED = 'asked for before it is used'
const OURS = 'a name of our own data'

/**
 * What respondents' pages hold though one of the oldest browsers does not know it, each with what happens there instead.
 * An entry that nothing needs any more is a fault.
 */
export const ALLOWED = {
  'css.properties.font-family.system-ui': 'the next names of fonts in the list',
  'css.properties.text-size-adjust': 'letters grow when a phone is turned',
  'css.properties.text-wrap': LINES,
  'css.properties.text-wrap.pretty': LINES,
  'css.properties.text-wrap.balance': LINES,
  'css.properties.text-underline-offset': UNDERLINE,
  'css.properties.text-decoration-thickness': UNDERLINE,
  'css.properties.outline': 'known; it does not follow round corners',
  'css.properties.cursor': 'known where there is a mouse',
  'css.properties.cursor.pointer': 'known where there is a mouse',
  'css.properties.cursor.default': 'known where there is a mouse',
  'css.properties.accent-color': 'controls in the colour of the device',
  'css.properties.hyphens': LINES,
  'css.properties.hyphens.auto': LINES,
  'css.properties.resize': 'a field of nine lines that scrolls',
  'css.properties.resize.vertical': 'a field of nine lines that scrolls',
  'css.properties.grid-auto-columns': 'known for one width, and no rule has more',
  'css.properties.user-select': 'the code is selected like any text',
  'css.properties.user-select.all': 'the code is selected like any text',
  'css.at-rules.media.forced-colors': SYSTEM,
  'css.at-rules.media.prefers-contrast': SYSTEM,
  'css.selectors.focus-visible in :focus:not(:focus-visible)': 'the ring shows after a click as well',
  'css.selectors.has in .answer:has(:checked)': CHOSEN,
  'css.selectors.has in .tiles .answer:has(:checked)': CHOSEN,
  'css.selectors.has in .pictures .answer:has(:checked)': CHOSEN,
  'css.selectors.has in .faces .answer:has(:checked)': CHOSEN,
  'css.selectors.has in .answer:has(:checked) + .own': CHOSEN,
  'css.selectors.has in .answer:has(:disabled)': 'the native control is grey, and the note beside it says why',
  'css.selectors.has in .answer:has(:focus-visible)': RING,
  'css.selectors.focus-visible in .answer:has(:focus-visible)': RING,
  'css.selectors.has in .answer:has(:focus-visible) :focus-visible': RING,
  'css.selectors.focus-visible in .answer:has(:focus-visible) :focus-visible': RING,
  'javascript.builtins.Object.hasOwn': BROUGHT,
  'javascript.builtins.Object.fromEntries': BROUGHT,
  'javascript.builtins.Array.at': BROUGHT,
  'javascript.builtins.Array.toReversed': BROUGHT,
  'javascript.builtins.Array.toSorted': BROUGHT,
  'javascript.builtins.Array.findLastIndex': BROUGHT,
  'javascript.builtins.String.replaceAll': BROUGHT,
  'javascript.builtins.Intl.PluralRules': SAID,
  'javascript.builtins.Intl.ListFormat': SAID,
  'javascript.builtins.Intl.DisplayNames': SAID,
  'api.HTMLElement.inert': ASKED,
  'api.BroadcastChannel': ASKED,
  'api.Window.requestIdleCallback': ASKED,
  'api.Navigator.clipboard': ASKED,
  'api.Clipboard.writeText': ASKED,
  'api.Window.print': 'lacks on phones only, where nothing happens',
  'api.Navigator.storage': OURS,
  'api.Clipboard.read': OURS,
  'api.Clipboard.write': OURS,
  'api.Element.part': OURS,
  'api.HTMLInputElement.list': OURS,
  'api.HTMLScriptElement.blocking': OURS,
  'api.Request.bytes': OURS,
  'api.SpeechSynthesisEvent.utterance': OURS,
  'javascript.builtins.Iterator.take': OURS,
  'html.global_attributes.autofocus': 'what needs another look stands first in the page, and is announced',
  'html.global_attributes.inputmode': KEYBOARD,
  'html.global_attributes.autocapitalize': KEYBOARD,
  'html.global_attributes.autocorrect': KEYBOARD,
}
