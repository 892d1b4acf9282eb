// Reports in all that they come in, made here in our own words.
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync, type Zippable } from 'fflate'

export const LINE = 'Two people were killed at the harbour of Port Ellery on Monday, the mayor said.'
export const PAGE = `<!doctype html><html><head><title>Harbour under fire</title></head><body><article><h1>Harbour under fire</h1><p>${LINE}</p></article></body></html>`
export const lines = (...all: string[]): string => all.join('\r\n')
export const MAIL = lines('Return-Path: <a@lantern.example>', 'From: "The Lantern" <news@lantern.example>', 'To: you@o.example', 'Date: Tue, 6 May 2031 23:30:00 +0300', 'Message-ID: <1@lantern.example>', 'Subject: =?utf-8?q?Harbour_under_fire?=', 'MIME-Version: 1.0')
export const MULTI = lines(MAIL, 'Content-Type: multipart/alternative; boundary=b', '', '--b', 'Content-Type: text/plain; charset=utf-8', '', 'The text.', '--b', 'Content-Type: text/html; charset=utf-8', '', PAGE, '--b--', '')
export const SAVED = lines('From: <Saved by a browser>', 'Snapshot-Content-Location: https://o.example/harbour', 'Subject: Harbour', 'Date: Tue, 6 May 2031 10:00:00 -0000', 'MIME-Version: 1.0', 'Content-Type: multipart/related;', '\ttype="text/html";', '\tboundary="b"', '', '--b', 'Content-Type: text/html', 'Content-Location: https://o.example/harbour', '', PAGE, '--b', 'Content-Type: text/html', 'Content-Location: https://ads.example/', '', '<html><body><p>Nine killed your prices, says this frame of advertisement here.</p></body></html>', '--b--', '')
export const CHAT = { name: 'Harbour watch', type: 'public_channel', id: 77, messages: [
  { id: 1, type: 'service', date: '2031-05-06T09:00:00', action: 'create_channel' },
  { id: 2, type: 'message', date: '2031-05-06T13:00:00', date_unixtime: '1935828000', edited: '2031-05-06T13:05:00', edited_unixtime: '1935828300', from: 'Harbour watch', from_id: 'channel77', text: ['Two people were ', { type: 'bold', text: 'killed' }, ' at the harbour.'] },
  { id: 3, type: 'message', date: '2031-05-06T14:00:00', from: 'Harbour watch', text: '', photo: 'x.jpg' },
  { id: 4, type: 'message', date: '2031-05-06T15:00:00', from: 'Harbour watch', forwarded_from: 'Port news', text: 'Three are hurt.' },
] }
export const CHAT_PAGE = '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8"/>\n<title>Exported Data</title>\n</head>\n<body onload="CheckLocation();">\n<div class="page_wrap">\n<div class="page_header"><div class="content"><div class="text bold">\nHarbour watch\n</div></div></div>\n<div class="page_body chat_page"><div class="history">'
  + '<div class="message service" id="message-1"><div class="body details">6 May 2031</div></div>'
  + '<div class="message default clearfix" id="message2"><div class="pull_left userpic_wrap"><div class="userpic"><div class="initials">H</div></div></div><div class="body"><div class="pull_right date details" title="06.05.2031 13:00:00 UTC+03:00">13:00</div><div class="from_name">\nHarbour watch\n</div><div class="text">\nTwo people were <strong>killed</strong><br>at the harbour &amp; near it.\n</div></div></div>'
  + '<div class="message default clearfix joined" id="message3"><div class="body"><div class="pull_right date details" title="06.05.2031 15:00:00 UTC+03:00">15:00</div><div class="forwarded body"><div class="from_name">\nPort news <span class="date details" title="05.05.2031 15:00:00">05.05.2031 15:00:00</span>\n</div><div class="text">Three are hurt.</div></div></div></div>'
  + '</div></div></div></body></html>'

const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`
export const WARC = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://o.example/harbour\r\nWARC-Date: 2031-05-06T10:00:00Z\r\nWARC-IP-Address: 192.0.2.7\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`
export const zipped = (files: Zippable): Uint8Array => zipSync(files)
const wordXml = (body: string): Uint8Array => strToU8(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`)
const TYPES = strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
const RELS = strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
export const docx = (document: Uint8Array): Uint8Array => zipped({ '[Content_Types].xml': TYPES, '_rels/.rels': RELS, 'word/document.xml': document })
export const DOCX = docx(wordXml(`<w:p><w:r><w:t>${LINE}</w:t></w:r></w:p>`))

/** A PDF of one page with these words; `more` goes into its trailer. */
export function pdf(words: string, more = ''): Uint8Array {
  const drawn = words === '' ? '' : `BT /F1 12 Tf 50 700 Td (${words}) Tj ET`
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>', `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  let text = '%PDF-1.4\n'
  const at = objects.map((object, i) => { const start = text.length; text += `${i + 1} 0 obj\n${object}\nendobj\n`; return start })
  const xref = text.length
  text += `xref\n0 6\n0000000000 65535 f \n${at.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size 6/Root 1 0 R${more}>>\nstartxref\n${xref}\n%%EOF\n`
  return strToU8(text, true)
}
export const LOCK = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`

/** A web archive, packed with its index's place. */
export const WACZ = zipped({ 'archive/data.warc.gz': [gzipSync(WARC), { level: 0 }], 'datapackage.json': strToU8('{}') })
export const BROKEN_DOCX = docx(strToU8('no document'))
export const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Lantern</title><link>https://o.example/</link><description>x</description>${['Port Ellery', 'Port Anders'].map((port, n) => `<item><title>${port} under fire</title><link>https://o.example/${n}</link><description>${LINE.replace('Port Ellery', port)}</description></item>`).join('')}</channel></rss>`
