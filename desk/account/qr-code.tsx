// A text as a QR code, drawn here: what it says is a secret, and leaves the page nowhere but through a camera.
import { encode } from 'uqr'

/** Light around it, in modules: readers need four (ISO/IEC 18004). */
const QUIET = 4

/** Dark on light in either theme: many readers do not take the reverse. */
export function QrCode({ text, label }: { text: string, label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 }), side = size + 2 * QUIET
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      const from = x
      while (x < size && row[x] === true) x++
      if (x > from) path += `M${from + QUIET} ${y + QUIET}h${x - from}v1h${from - x}z`
    }
  })
  return <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges"><rect width={side} height={side} fill="#fff" /><path d={path} fill="#000" /></svg>
}
