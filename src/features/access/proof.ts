import { parseDay } from '@/domain/calendar'
import { parseAccessCode, parseFileNumber, type AccessProof } from '@/server/access-codes'
import type { AssistFields, ProofFields } from './schema'
import type { ProofField } from './states'

/** The proof as it is compared, or the fields nobody could read. Says nothing of whether it proves anyone. */
export function readProof(fields: ProofFields): AccessProof | { readonly unreadable: ProofField[] } {
  const who = readWho(fields)
  const code = parseAccessCode(fields.code)
  if ('unreadable' in who) return { unreadable: code ? who.unreadable : [...who.unreadable, 'code'] }
  return code ? { ...who, code } : { unreadable: ['code'] }
}

/** A file number and a birth date, or which of them could not be read. */
export function readWho(
  fields: AssistFields,
): Omit<AccessProof, 'code'> | { readonly unreadable: ('file' | 'birth')[] } {
  const fileNumber = parseFileNumber(fields.file)
  const birthDate = readBirth(fields)
  if (fileNumber && birthDate) return { fileNumber, birthDate }
  return { unreadable: [...(fileNumber ? [] : ['file' as const]), ...(birthDate ? [] : ['birth' as const])] }
}

function readBirth(fields: AssistFields): string | null {
  const [day, month, year] = (['day', 'month', 'year'] as const).map((part) =>
    fields[`birth.${part}`].normalize('NFKC'),
  ) as [string, string, string]
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
