import { Parser } from 'htmlparser2'
import { cssFaults, declarationsIn } from './css-faults.mjs'
import { scriptFaults } from './script-faults.mjs'
import { OLDEST, fault, featureAt, lackedBy } from './support.mjs'

/** In no list of the data, and as old as forms. */
const EVERYWHERE = /^(aria-|data-|role$|value$)/

/**
 * What a page holds that one of the oldest browsers does not know, with the styles and scripts that stand in it.
 *
 * @returns {{ faults: { key: string, sentence: string }[], styles: number, scripts: number, elements: number }}
 */
export function htmlFaults(html, place) {
  const faults = []
  const seen = { styles: 0, scripts: 0, elements: 0, declarations: 0 }
  let inside = null
  let text = ''
  let drawing = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      seen.elements += 1
      if (name === 'svg') drawing += 1
      faults.push(...elementFaults(name, attributes, drawing > 0, place))
      if (name === 'style' || (name === 'script' && attributes.src === undefined)) [inside, text] = [name, '']
    },
    ontext(part) {
      if (inside !== null) text += part
    },
    onclosetag(name) {
      if (name === 'svg') drawing -= 1
      if (name !== inside) return
      inside = null
      if (name === 'style') {
        seen.styles += 1
        const style = lookedAt(text, place)
        seen.declarations += style.declarations
        faults.push(...style.faults)
      } else {
        seen.scripts += 1
        faults.push(...scriptFaults(text, place, 'script'))
      }
    },
  })
  parser.end(html)
  return { faults, ...seen }
}

/** All pages have one of two styles, which is looked at once, on the first page that has it. */
const styles = new Map()

function lookedAt(css, place) {
  const known = styles.get(css) ?? { declarations: declarationsIn(css), faults: cssFaults(css, place) }
  styles.set(css, known)
  return known
}

function elementFaults(name, attributes, isDrawing, place) {
  const family = isDrawing ? 'svg' : 'html'
  const element = featureAt(family, 'elements', name)
  if (element === null) return [fault(`${family}.elements.${name}`, OLDEST, place)]
  const faults = missing(`${family}.elements.${name}`, element, place)
  // Attributes of drawings are as old as drawings are, and those that the data lists are few.
  if (isDrawing) return faults
  return [...faults, ...Object.entries(attributes).flatMap(([key, value]) => attributeFaults(name, key, value, place))]
}

function attributeFaults(element, name, value, place) {
  if (EVERYWHERE.test(name)) return []
  if (name.startsWith('on') || name === 'style') return [fault(`html.attributes.${name}`, OLDEST, place)]
  const isType = element === 'input' && name === 'type'
  const own = isType ? ['html', 'elements', 'input', `type_${value}`] : ['html', 'elements', element, name]
  const path = [own, ['html', 'global_attributes', name]].find((one) => featureAt(...one) !== null)
  if (path === undefined) return [fault(own.join('.'), OLDEST, place)]
  return missing(path.join('.'), featureAt(...path), place)
}

function missing(key, feature, place) {
  const lacking = lackedBy(feature)
  return lacking.length === 0 ? [] : [fault(key, lacking, place)]
}
