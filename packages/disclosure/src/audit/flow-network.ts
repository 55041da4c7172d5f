/** Whole numbers that run from node to node; `flow` is one assignment that fits all balances and bounds. */
export interface Arc {
  readonly from: string
  readonly to: string
  readonly flow: number
  readonly low: number
  readonly high: number
}

/** The least and the most that a flow can be. */
export interface Range {
  readonly least: number
  readonly most: number
}

/**
 * How little and how much can run through one arc while every node keeps its balance and every arc its bounds.
 * Exact for whole numbers: the matrix of a network is totally unimodular (Hoffman & Kruskal 1956), and by the
 * max-flow min-cut theorem (Ford & Fulkerson 1956) augmenting paths around the arc find both ends.
 */
export function rangeOf(arcs: readonly Arc[], index: number): Range {
  const arc = arcs[index]
  if (!arc) return { least: 0, most: 0 }
  const rest = arcs.filter((_, other) => other !== index)
  const down = push(rest, arc.from, arc.to, arc.flow - arc.low).pushed
  const up = push(rest, arc.to, arc.from, arc.high - arc.flow).pushed
  return { least: arc.flow - down, most: arc.flow + up }
}

/**
 * Another assignment, in which each named node receives so much more (or less) than now; null when there is none.
 * The changes add up to 0.
 */
export function reroute(arcs: readonly Arc[], changes: ReadonlyMap<string, number>): readonly Arc[] | null {
  const [source, sink] = ['change:source', 'change:sink']
  const extra: Arc[] = []
  let wanted = 0
  for (const [node, change] of changes) {
    if (change > 0) extra.push({ from: node, to: sink, flow: 0, low: 0, high: change })
    if (change < 0) extra.push({ from: source, to: node, flow: 0, low: 0, high: -change })
    wanted += Math.max(0, change)
  }
  const { arcs: moved, pushed } = push([...arcs, ...extra], source, sink, wanted)
  return pushed === wanted ? moved.slice(0, arcs.length) : null
}

/** Sends as much as possible, at most `limit`, from source to sink on top of the flows (Edmonds & Karp 1972). */
function push(
  arcs: readonly Arc[],
  source: string,
  sink: string,
  limit: number,
): { readonly arcs: readonly Arc[]; readonly pushed: number } {
  const flows = arcs.map((arc) => arc.flow)
  const touching = new Map<string, number[]>()
  for (const [index, arc] of arcs.entries()) {
    for (const node of [arc.from, arc.to]) touching.set(node, [...(touching.get(node) ?? []), index])
  }
  let pushed = 0
  while (pushed < limit) {
    const path = shortestPath(arcs, flows, touching, source, sink)
    if (!path) break
    const amount = Math.min(limit - pushed, ...path.map((step) => step.room))
    if (amount === Infinity) return { arcs, pushed: Infinity }
    for (const { index, forward } of path) flows[index] = (flows[index] ?? 0) + (forward ? amount : -amount)
    pushed += amount
  }
  return { arcs: arcs.map((arc, index) => ({ ...arc, flow: flows[index] ?? arc.flow })), pushed }
}

interface Step {
  readonly index: number
  readonly forward: boolean
  readonly room: number
}

function shortestPath(
  arcs: readonly Arc[],
  flows: readonly number[],
  touching: ReadonlyMap<string, readonly number[]>,
  source: string,
  sink: string,
): readonly Step[] | null {
  const reached = new Map<string, readonly Step[]>([[source, []]])
  const queue = [source]
  for (const node of queue) {
    const way = reached.get(node) ?? []
    for (const index of touching.get(node) ?? []) {
      const arc = arcs[index]
      const flow = flows[index] ?? 0
      if (!arc) continue
      const forward = arc.from === node
      const room = forward ? arc.high - flow : flow - arc.low
      const next = forward ? arc.to : arc.from
      if (room <= 0 || reached.has(next)) continue
      reached.set(next, [...way, { index, forward, room }])
      if (next === sink) return reached.get(next) ?? null
      queue.push(next)
    }
  }
  return null
}
