import { escapeMarkup } from './escape-markup.ts'
import type { Domain } from './measured.ts'

/** The place of a value on a domain as a percentage with two decimals. @example placeOf(0, { min: -65, max: 124 }) // 34.39 */
export function placeOf(value: number, domain: Domain): number {
  return Math.round(((value - domain.min) / (domain.max - domain.min)) * 10_000) / 100
}

/** A plot of a height in pixels around parts of SVG. */
export function plot(height: number, parts: readonly string[]): string {
  return `<svg width="100%" height="${height}" aria-hidden="true" focusable="false">${parts.join('')}</svg>`
}

/** A vertical line at a percentage of the width, between two heights in pixels. */
export function vertical(className: string, x: number, from: number, to: number): string {
  return `<line class="${className}" x1="${x}%" x2="${x}%" y1="${from}" y2="${to}"/>`
}

/** A bar between two percentages of the width. */
export function bar(className: string, from: number, to: number, y: number, height: number): string {
  const width = Math.round((to - from) * 100) / 100
  return `<rect class="${className}" x="${from}%" y="${y}" width="${width}%" height="${height}"/>`
}

/** Words at a percentage of the width, moved by pixels. */
export function label(className: string, x: number, y: number, words: string, shift = 0): string {
  const dx = shift === 0 ? '' : ` dx="${shift}"`
  return `<text class="${className}" x="${x}%"${dx} y="${y}">${escapeMarkup(words)}</text>`
}
