import type { Json } from '@klankbord/model'
import type { Draw } from './draw.ts'
import { drawQuestion, QUESTION_TYPES, when, type JsonObject } from './elements.ts'
import { drawValue, type Source, type Writing } from './expressions.ts'

/** A definition with a tally of what it uses. */
export interface DrawnDefinition {
  readonly definition: JsonObject
  readonly uses: ReadonlyMap<string, number>
}

/**
 * A whole definition that the profile takes: pages, nested panels, short groups, all types of elements, conditions
 * wherever they can stand, and values that are worked out.
 */
export function drawDefinition(draw: Draw): DrawnDefinition {
  const uses = new Map<string, number>()
  const count = (what: string): void => void uses.set(what, (uses.get(what) ?? 0) + 1)
  const plot = new Plot(draw, count)
  const pages = Array.from({ length: draw.whole(2, 4) }, (_, place) => plot.page(place))
  const definition = {
    title: 'Vragenlijst',
    pages,
    ...(plot.calculated.length > 0 ? { calculatedValues: plot.calculated } : {}),
  }
  return { definition, uses }
}

/** Writes a definition from front to back, so that it knows what has been asked before. */
class Plot {
  readonly calculated: JsonObject[] = []
  /** What was asked on earlier screens. */
  private sources: Source[] = []
  /** What is asked on the screen that is being written. */
  private waiting: Source[] = []
  private names = 0

  private readonly draw: Draw
  private readonly count: (what: string) => void

  constructor(draw: Draw, count: (what: string) => void) {
    this.draw = draw
    this.count = count
  }

  page(place: number): JsonObject {
    const { draw } = this
    const shortGroup = draw.chance(0.25)
    if (shortGroup) this.count('short group')
    const page: JsonObject = {
      name: `blad${place + 1}`,
      ...(draw.chance(0.5) ? { title: `Blad ${place + 1}` } : {}),
      ...(draw.chance(0.2) ? this.when('visibleIf', 'page') : {}),
      ...(draw.chance(0.08) ? this.when('enableIf', 'page') : {}),
      ...(shortGroup ? { shortGroup } : {}),
    }
    page['elements'] = this.elements(draw.whole(1, 3), shortGroup, 0)
    this.nextScreen()
    this.calculate()
    return page
  }

  /** Ends with a question, so that every note before it has a screen to stand on. */
  private elements(amount: number, grouped: boolean, depth: number): Json[] {
    const elements = Array.from({ length: amount }, (): Json => {
      const kind = this.draw.whole(1, 100)
      if (kind <= (depth === 0 ? 12 : 25) && depth < 2) return this.panel(grouped, depth)
      if (kind > 92) return this.prose()
      if (kind > 84) return this.shownValue()
      return this.question(grouped)
    })
    return [...elements, this.question(grouped)]
  }

  private panel(grouped: boolean, depth: number): JsonObject {
    const { draw } = this
    const shortGroup = !grouped && draw.chance(0.3)
    this.count(depth === 0 ? 'panel' : 'panel in a panel')
    if (shortGroup) this.count('short group')
    const panel: JsonObject = {
      type: 'panel',
      name: this.name('paneel'),
      ...(draw.chance(0.5) ? { title: 'Onderdeel' } : {}),
      ...(draw.chance(0.3) ? this.when('visibleIf', 'panel') : {}),
      ...(draw.chance(0.15) ? this.when('enableIf', 'panel') : {}),
      ...(shortGroup ? { shortGroup } : {}),
    }
    panel['elements'] = this.elements(draw.whole(1, 2), grouped || shortGroup, depth + 1)
    if (!grouped) this.nextScreen()
    return panel
  }

  private question(grouped: boolean): JsonObject {
    const type = this.draw.pick(QUESTION_TYPES)
    this.count(type)
    const { element, sources } = drawQuestion(type, this.name('v'), this.writing)
    this.waiting.push(...sources)
    if (!grouped) this.nextScreen()
    return element
  }

  private prose(): JsonObject {
    this.count('html')
    return {
      type: 'html',
      name: this.name('uitleg'),
      html: '<p>Een <strong>toelichting</strong>.</p>',
      ...(this.draw.chance(0.5) ? this.when('visibleIf', 'html') : {}),
    }
  }

  private shownValue(): JsonObject {
    this.count('expression')
    const type = this.draw.pick(['number', 'number', 'date', 'string', 'boolean'] as const)
    return {
      type: 'expression',
      name: this.name('waarde'),
      title: 'Uitkomst',
      expression: drawValue(this.writing, type, 2, true),
      ...(this.draw.chance(0.3) ? this.when('visibleIf', 'expression') : {}),
    }
  }

  private calculate(): void {
    if (!this.draw.chance(0.3) || this.sources.length === 0) return
    const type = this.draw.pick(['number', 'number', 'boolean', 'date', 'string'] as const)
    const name = this.name('som')
    this.count('calculated value')
    this.calculated.push({
      name,
      expression: drawValue(this.writing, type, 2, true),
      ...(this.draw.chance(0.4) ? { includeIntoResult: true } : {}),
    })
    const kind = type === 'boolean' ? 'truth' : type === 'string' ? undefined : type
    if (kind) this.sources.push({ name, kind })
  }

  private nextScreen(): void {
    this.sources.push(...this.waiting)
    this.waiting = []
  }

  private when(property: string, owner: string): JsonObject {
    return when(property, this.writing, owner)
  }

  private get writing(): Writing {
    return { draw: this.draw, sources: [...this.sources], count: this.count, bare: true }
  }

  private name(start: string): string {
    this.names += 1
    return `${start}${this.names}`
  }
}
