import type { Cents } from '@/domain/money'
import type { CurvePoint } from './result'

/** The drawing of the curve, in shares of its width and height: what is drawn on the server is moved along by script. */
export type Drawing = {
  readonly xs: readonly number[]
  readonly aid: readonly number[]
  readonly total: readonly number[]
  readonly xMarks: readonly { readonly at: number; readonly cents: Cents }[]
  readonly yMarks: readonly { readonly at: number; readonly cents: Cents }[]
}

/** Places the points and round marks: pay from left to right, dollars from the foot up. */
export function drawingOf(points: readonly CurvePoint[]): Drawing {
  const width = points.at(-1)?.workCents ?? 1
  const height = Math.max(1, ...points.map(({ totalCents }) => totalCents))
  const marks = (most: number) => {
    const step = most > 160_000 ? 100_000 : most > 80_000 ? 50_000 : 25_000
    return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step).map((cents) => ({
      at: cents / most,
      cents: cents as Cents,
    }))
  }
  return {
    xs: points.map(({ workCents }) => workCents / width),
    aid: points.map(({ aidCents }) => aidCents / height),
    total: points.map(({ totalCents }) => totalCents / height),
    xMarks: marks(width),
    yMarks: marks(height).slice(1),
  }
}

/** The rows of the table: every fourth point, the present pay, and the point where the aid stops. */
export function rowsOf(points: readonly CurvePoint[], workCents: Cents): CurvePoint[] {
  const last = points.find(({ aidCents }) => aidCents === 0)
  return points.filter(
    (point, index) => index % 4 === 0 || point === last || point === nearest(points, workCents),
  )
}

/** The point nearest an amount of pay. */
export function nearest(points: readonly CurvePoint[], workCents: Cents): CurvePoint | undefined {
  let best: CurvePoint | undefined
  for (const point of points) {
    if (!best || Math.abs(point.workCents - workCents) < Math.abs(best.workCents - workCents)) best = point
  }
  return best
}
