import { html, type Html } from '../html.ts'
import { ICONS } from '../icons.ts'
import type { Voice } from '../voice.ts'

/** The words and signs of the buttons that read aloud. Nobody sees them before a script knows that it can. */
export function readingWords(voice: Voice): Html {
  const words = html` data-listen="${voice.plain('readListen')}" data-stop="${voice.plain('readStop')}"
  data-pause="${voice.plain('readPause')}" data-go-on="${voice.plain('readGoOn')}"`
  return html`<template id="reading" ${words}>${ICONS.speaker}${ICONS.square}${ICONS.bars}</template>`
}
