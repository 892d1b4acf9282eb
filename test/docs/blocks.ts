// The code blocks of a document that a reader may type, and what they are said to print.

/** A fenced block: its first line's words, its text, and where it begins (line, from 1). */
export interface Block {
  language: string
  /** What stands after the language: "not run: why". */
  info: string
  text: string
  line: number
}

/** A block of commands with the output shown for it, if any. */
export interface Shown {
  line: number
  /** Why it is not to be run; null where it is. */
  notRun: string | null
  commands: string
  /** What a block right after it, marked `text output`, shows, and the line (from 1) of its fence; null where there is none. */
  output: { text: string, line: number } | null
}

/** All fenced blocks of a Markdown text, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  let open: { fence: string, block: Block, lines: string[] } | null = null
  markdown.split('\n').forEach((line, i) => {
    if (open !== null) {
      if (line.trim() === open.fence) { open.block.text = open.lines.join('\n'); blocks.push(open.block); open = null } else open.lines.push(line)
      return
    }
    const fence = /^(`{3,})([\w-]*)\s*(.*)$/.exec(line)
    if (fence !== null) open = { fence: fence[1]!, block: { language: fence[2]!, info: fence[3]!.trim(), text: '', line: i + 1 }, lines: [] }
  })
  return blocks
}

/** The `sh` blocks, each with the block marked `text output` that follows it. A block that is not to be run is marked `sh not run: WHY`. */
export function shownCommands(markdown: string): Shown[] {
  const blocks = blocksOf(markdown)
  return blocks.flatMap((block, i) => {
    if (block.language !== 'sh') return []
    const after = blocks[i + 1]
    const notRun = /^not run: (.+)$/.exec(block.info)?.[1] ?? null
    return [{ line: block.line, notRun, commands: block.text, output: after !== undefined && after.language === 'text' && after.info === 'output' ? { text: after.text, line: after.line } : null }]
  })
}

/** The document with other outputs in place of those that begin at the given lines. */
export function withOutputs(markdown: string, outputs: ReadonlyMap<number, string>): string {
  const lines = markdown.split('\n')
  for (const [line, text] of [...outputs].sort(([a], [b]) => b - a)) {
    const end = lines.findIndex((one, i) => i >= line && one.trim() === '```')
    lines.splice(line, end - line, ...text.split('\n'))
  }
  return lines.join('\n')
}
