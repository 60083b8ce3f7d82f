/** One event of a calendar file, its values as they were before escaping. */
export type FileEvent = Readonly<Record<string, string>>
export type FileRead = { readonly calendar: FileEvent; readonly events: readonly FileEvent[] }

/** Properties whose value is free text, escaped (RFC 5545, 3.3.11). */
const texts = ['SUMMARY', 'DESCRIPTION', 'NAME', 'X-WR-CALNAME']

/**
 * A calendar file read by the letter of RFC 5545, refusing what a strict program would refuse.
 * @throws on a line end that is not CRLF, a line of more than 75 octets, broken UTF-8, an escape that is none, or a raw comma or semicolon
 */
export function readCalendarFile(bytes: Uint8Array): FileRead {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end')
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('A line ends otherwise than with CRLF')
  for (const line of splitLines(bytes)) {
    if (line.length > 75) throw new Error(`${line.length} octets in a line`)
    // Folded between characters, not within one.
    new TextDecoder('utf-8', { fatal: true }).decode(line)
  }
  const [begin, ...lines] = text
    .replace(/\r\n[ \t]/g, '')
    .slice(0, -2)
    .split('\r\n')
  const end = lines.pop()
  if (begin !== 'BEGIN:VCALENDAR' || end !== 'END:VCALENDAR') throw new Error('Not a calendar')

  const calendar: Record<string, string> = {}
  const events: Record<string, string>[] = []
  let into = calendar
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push((into = {}))
    else if (line === 'END:VEVENT') into = calendar
    else {
      const [, name, value] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/s.exec(line) ?? []
      if (name === undefined || value === undefined) throw new Error(`Not a property: ${line}`)
      if (name in into) throw new Error(`${name} twice`)
      into[name] = texts.includes(name) ? unescape(value) : value
    }
  }
  return { calendar, events }
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, at - 1))
    from = at + 1
  }
  return lines
}

function unescape(value: string): string {
  const left = value.replace(/\\[\\;,nN]/g, '')
  if (/[;,\\]/.test(left)) throw new Error(`Not escaped: ${value}`)
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}
