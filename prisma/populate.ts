import { explain, Problem, say } from '../src/setup/say.mjs'
import { populate, type Progress } from './population/populate'

/** `300000 --seed 15 --months 12`, in any order, with `=` or a space. */
export function readArguments(args: readonly string[]): {
  households: number
  seed?: number
  months?: number
} {
  const words = args.flatMap((arg) => arg.split('='))
  const found: Record<string, number> = {}
  for (let index = 0; index < words.length; index += 1) {
    const name = /^--(seed|months)$/.exec(words[index]!)?.[1]
    const text = name ? words[(index += 1)] : words[index]
    const key = name ?? 'households'
    if (text === undefined || !/^\d[\d_]*$/.test(text) || key in found)
      throw new Problem(
        `This cannot be read: ${args.join(' ')}`,
        'For instance: npm run demo:population -- 300000 --seed 15 --months 12',
      )
    found[key] = Number(text.replaceAll('_', ''))
  }
  return { ...found, households: found['households'] ?? 300_000 }
}

/** A line every two seconds: how many, how fast, how long still. */
export function lineOf({ done, total, added, seconds }: Progress): string {
  const rate = seconds > 0 ? added / seconds : 0
  const left = rate > 0 ? Math.ceil((total - done) / rate) : null
  const number = (value: number) => value.toLocaleString('en-CA')
  const time =
    left === null ? '' : `, ${Math.floor(left / 60)} min ${String(left % 60).padStart(2, '0')} s left`
  return `  ${number(done)} of ${number(total)} households, ${number(Math.round(rate))} a second${time}`
}

if (process.argv[1]?.endsWith('populate.ts')) {
  try {
    const url = process.env['DATABASE_OWNER_URL']
    if (!url)
      throw new Problem('No database is named.', 'Run npm run demo:population, which finds the demo’s.')
    let said = -Infinity
    const onProgress = (progress: Progress) => {
      if (progress.done < progress.total && progress.seconds - said < 2) return
      said = progress.seconds
      say(lineOf(progress))
    }
    const { added, done, seconds } = await populate(url, {
      ...readArguments(process.argv.slice(2)),
      onProgress,
    })
    say(`  ${added} households added in ${seconds.toFixed(1)} s; the province has ${done}.`)
  } catch (error) {
    explain(error)
    process.exit(1)
  }
}
