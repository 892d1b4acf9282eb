// Words that are chosen with mouse or keys in a report's text, as a span of that text.
import { useEffect, useState } from 'preact/hooks'

export interface ChosenWords {
  start: number
  end: number
  words: string
}

const LONGEST = 2000

/** The chosen words within `box`; null where nothing, or too much, is chosen. */
export function useChosenWords(box: { current: HTMLElement | null }): ChosenWords | null {
  const [chosen, set] = useState<ChosenWords | null>(null)
  useEffect(() => {
    const look = (): void => {
      const selection = document.getSelection(), text = box.current
      if (selection === null || text === null || selection.rangeCount === 0 || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) { set(null); return }
      const range = selection.getRangeAt(0), start = placeOf(range.startContainer, range.startOffset), end = placeOf(range.endContainer, range.endOffset)
      const words = selection.toString().trim()
      set(start === null || end === null || end <= start || end - start > LONGEST || words === '' ? null : { start, end, words })
    }
    document.addEventListener('selectionchange', look)
    return () => { document.removeEventListener('selectionchange', look) }
  }, [])
  return chosen
}

/** Where a point of the page stands in the report's text: each run says where it begins, and holds its text letter by letter. */
function placeOf(node: Node, offset: number): number | null {
  const run = (node instanceof Element ? node : node.parentElement)?.closest('[data-at]')
  if (run == null) return null
  const before = document.createRange()
  before.setStart(run, 0)
  before.setEnd(node, offset)
  return Number(run.getAttribute('data-at')) + before.toString().length
}
