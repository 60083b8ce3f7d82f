/*
 * A text message goes as one segment, which any phone shows whole and costs one message: 160 characters of the alphabet
 * of GSM (3GPP TS 23.038). One character outside of it, and a segment holds 70.
 */
const ALPHABET = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
export const SEGMENT = 160

/** A text in the alphabet of GSM: typographic signs by their plain ones, an accent it has not left out. */
export function inGsmAlphabet(text: string): string {
  const plain = text
    .replaceAll('’', "'")
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[«»]/g, '"')
  return [...plain.normalize('NFC')]
    .map((sign) => (ALPHABET.has(sign) ? sign : sign.normalize('NFD').replace(/\p{M}/gu, '')))
    .filter((sign) => ALPHABET.has(sign))
    .join('')
}
