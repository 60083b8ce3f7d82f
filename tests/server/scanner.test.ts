import { randomBytes } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { scan } from '@/server/scanner'
import { startClamd, type FakeClamd } from '../support/clamd'
import { inPieces } from '../support/files'

let clamd: FakeClamd | undefined
afterEach(async () => {
  await clamd?.stop()
  clamd = undefined
  vi.restoreAllMocks()
})
const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => {})

describe('the scanner of files', () => {
  test('SC-01 a clean file is clean, and was sent whole', async () => {
    clamd = await startClamd()
    expect(await scan(inPieces(randomBytes(300_000), 64 * 1024), clamd.address)).toBe('clean')
    expect(clamd.bytes()).toBe(300_000)
  })

  test('SC-02 an infected one is infected', async () => {
    clamd = await startClamd()
    expect(await scan(inPieces(Buffer.from('… EICAR …')), clamd.address)).toBe('infected')
  })

  test('SC-03 without a scanner, a file is not called clean', async () => {
    expect(await scan(inPieces(Buffer.from('a')), null)).toBe('notScanned')
  })

  test('SC-04 a scanner that is down, or that could not look, leaves the file waiting', async () => {
    quiet()
    clamd = await startClamd('INSTREAM size limit exceeded. ERROR')
    expect(await scan(inPieces(Buffer.from('a')), clamd.address)).toBe('waiting')
    const { address } = clamd
    await clamd.stop()
    clamd = undefined
    expect(await scan(inPieces(randomBytes(200_000)), address)).toBe('waiting')
    expect(await scan(inPieces(Buffer.from('a')), { path: '/nowhere/clamd.sock' })).toBe('waiting')
  })

  test('SC-05 one that hangs up in the middle leaves the file waiting', async () => {
    quiet()
    const rude = createServer((socket) => socket.once('data', () => socket.destroy()))
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
    const { port } = rude.address() as AddressInfo
    expect(await scan(inPieces(randomBytes(2_000_000)), { host: '127.0.0.1', port })).toBe('waiting')
    rude.close()
  })

  test('SC-06 a word that only looks like OK is not believed', async () => {
    quiet()
    clamd = await startClamd('stream: NOT OK ERROR')
    expect(await scan(inPieces(Buffer.from('a')), clamd.address)).toBe('waiting')
  })
})
