// How the map is moved: dragged, by wheel, by two fingers, by a double click and by keys.

/** What a movement does. Pixels are from the upper left corner of the map. */
export interface Moved {
  /** Moves what is in sight by so many pixels. */
  shift(across: number, down: number): void
  /** Closer by so much, the point staying where it is. */
  closer(by: number, at: readonly [number, number]): void
  /** One of these movements has ended. */
  rests(): void
  /** The same as a step of its own: slowly, where movement is wanted. */
  step(change: { across?: number, down?: number, closer?: number, at?: readonly [number, number] }): void
}

/** Pixels before a press becomes a drag: a click on a mark stays a click. */
const SLACK = 4
const KEY_PIXELS = 100
const WHEEL_RESTS_MS = 140
/** Pixels of the wheel that double the scale; fingers on a touchpad that draw apart come as a wheel with the control key. */
const WHEEL_PIXELS = 260, SPREAD_PIXELS = 60
const LINE_PIXELS = 20
/** A drag that was let go while moving goes on for some of its way. */
const LET_GO_MS = 60, GOES_ON_MS = 180

export function hands(box: HTMLElement, canvas: HTMLElement, moved: Moved): void {
  const pressed = new Map<number, { x: number, y: number }>()
  let dragged = false, trail: { x: number, y: number, at: number }[] = []
  const corner = (): DOMRect => box.getBoundingClientRect()

  box.addEventListener('pointerdown', (event) => {
    if (event.isPrimary) pressed.clear() // one that was let go elsewhere
    if (event.button !== 0 || pressed.size === 2) return
    if (pressed.size === 0) { dragged = false; trail = [] }
    pressed.set(event.pointerId, { x: event.clientX, y: event.clientY })
  })
  box.addEventListener('pointermove', (event) => {
    const from = pressed.get(event.pointerId)
    if (from === undefined) return
    if (event.buttons === 0) { pressed.delete(event.pointerId); return }
    const { clientX: x, clientY: y } = event
    if (!dragged) {
      if (Math.hypot(x - from.x, y - from.y) < SLACK && pressed.size === 1) return
      dragged = true
      for (const id of pressed.keys()) box.setPointerCapture(id)
    }
    const other = [...pressed].find(([id]) => id !== event.pointerId)?.[1]
    pressed.set(event.pointerId, { x, y })
    if (other === undefined) {
      trail.push({ x, y, at: event.timeStamp })
      moved.shift(x - from.x, y - from.y)
      return
    }
    const { left, top } = corner(), apart = Math.hypot(x - other.x, y - other.y), before = Math.hypot(from.x - other.x, from.y - other.y)
    moved.shift((x - from.x) / 2, (y - from.y) / 2)
    if (apart > 0 && before > 0) moved.closer(Math.log2(apart / before), [(x + other.x) / 2 - left, (y + other.y) / 2 - top])
  })
  const end = (event: PointerEvent): void => {
    if (!pressed.delete(event.pointerId) || pressed.size > 0 || !dragged) return
    const late = trail.filter(({ at }) => event.timeStamp - at < LET_GO_MS), [first] = late, last = late.at(-1)
    if (event.type === 'pointerup' && first !== undefined && last !== undefined && last.at > first.at) {
      const on = GOES_ON_MS / 2 / (last.at - first.at)
      moved.step({ across: (last.x - first.x) * on, down: (last.y - first.y) * on })
    } else moved.rests()
  }
  box.addEventListener('pointerup', end)
  box.addEventListener('pointercancel', end)
  // what was dragged was not clicked
  box.addEventListener('click', (event) => { if (dragged && event.detail > 0) { event.preventDefault(); event.stopPropagation() } }, true)
  box.addEventListener('dragstart', (event) => { event.preventDefault() })

  let resting = 0
  box.addEventListener('wheel', (event) => {
    event.preventDefault()
    const { left, top } = corner(), pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * LINE_PIXELS
    moved.closer(Math.max(-1, Math.min(1, -pixels / (event.ctrlKey ? SPREAD_PIXELS : WHEEL_PIXELS))), [event.clientX - left, event.clientY - top])
    clearTimeout(resting)
    resting = window.setTimeout(() => { moved.rests() }, WHEEL_RESTS_MS)
  }, { passive: false })
  canvas.addEventListener('dblclick', (event) => {
    const { left, top } = corner()
    moved.step({ closer: event.shiftKey ? -1 : 1, at: [event.clientX - left, event.clientY - top] })
  })
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = { ArrowLeft: { across: KEY_PIXELS }, ArrowRight: { across: -KEY_PIXELS }, ArrowUp: { down: KEY_PIXELS }, ArrowDown: { down: -KEY_PIXELS }, '+': { closer: 1 }, '=': { closer: 1 }, '-': { closer: -1 }, _: { closer: -1 } }[event.key]
    if (way === undefined) return
    event.preventDefault()
    moved.step(way)
  })
}
