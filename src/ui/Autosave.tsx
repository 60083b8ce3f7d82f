'use client'
import { useEffect, useRef, useState } from 'react'

/** Of a field that one stays in for long, five seconds at most are lost when a connection drops. */
const everyMs = 4_000
/** One leaves a field to press a button, too: then that press keeps it. Milliseconds. */
const soonMs = 400
/** The most a browser sends of a page that is gone already. */
const mostKeptAlive = 60_000

/**
 * Keeps what is being typed: when a field is left, when the page goes out of sight, and every few seconds. For where
 * scripts run; without them the form's own buttons keep it. A failure is silent: the person did not ask for this, and
 * their next press will say what is wrong.
 */
export function Autosave(props: {
  readonly form: string
  readonly action: string
  readonly text: string
  /** Said when the answers were changed since, in another tab: then only a press keeps what is here. */
  readonly changedText?: string
}) {
  const { form, action, text, changedText } = props
  const [told, setTold] = useState<'nothing' | 'kept' | 'changed'>('nothing')
  const last = useRef('')
  useEffect(() => {
    const element = document.getElementById(form)
    if (!(element instanceof HTMLFormElement)) return
    const fields = () => {
      const entries = [...new FormData(element)].map(([name, value]): [string, string] => [
        name,
        String(value),
      ])
      const typed = entries.filter(([name]) => name !== 'seen')
      return new URLSearchParams([...typed, ['intent', 'autosave']]).toString()
    }
    const seen = () => {
      const field = element.elements.namedItem('seen')
      return field instanceof HTMLInputElement ? field : null
    }
    // What was typed before this script arrived, on a slow line, is kept too.
    last.current = [...element.elements].some(isTyped) ? '' : fields()
    let isUnderWay = false
    let isSent = false
    let soon: ReturnType<typeof setTimeout> | undefined
    /** What is kept is not known: the next one is kept whatever is there, rather than refused. */
    const forgetSeen = () => {
      const mark = seen()
      if (mark) mark.value = ''
    }
    const send = (typed: string) => {
      // Of one under way it is not known yet what it will have kept.
      if (isUnderWay) forgetSeen()
      last.current = typed
      isUnderWay = true
      const body = `${typed}&seen=${encodeURIComponent(seen()?.value ?? '')}`
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' }
      const keepalive = body.length < mostKeptAlive
      fetch(action, { method: 'POST', body, headers, credentials: 'same-origin', keepalive })
        .then(async (response) => {
          const answer = (await response.json()) as { code?: string; seen?: string }
          setTold(response.ok ? 'kept' : answer.code === 'changed-since' ? 'changed' : 'nothing')
          // The next one is kept over what this one kept.
          const mark = seen()
          if (response.ok && mark && answer.seen !== undefined) mark.value = answer.seen
        })
        .catch(() => {
          forgetSeen()
          last.current = ''
          setTold('nothing')
        })
        .finally(() => (isUnderWay = false))
    }
    const keep = () => {
      const body = fields()
      if (isSent || body === last.current) return
      // One after the other: an older one must not arrive last.
      if (isUnderWay) soon = setTimeout(keep, soonMs)
      else send(body)
    }
    const leave = ({ relatedTarget: next }: FocusEvent) => {
      clearTimeout(soon)
      // A button of the form sends it all by itself.
      if (!(next instanceof HTMLButtonElement)) soon = setTimeout(keep, soonMs)
    }
    const hide = () => {
      const body = fields()
      if (document.visibilityState === 'hidden' && !isSent && body !== last.current) send(body)
    }
    const submit = () => {
      isSent = true
      clearTimeout(soon)
    }
    // The page comes back as it was when one goes back to it.
    const show = ({ persisted }: PageTransitionEvent) => {
      isSent = false
      if (persisted) forgetSeen()
    }
    const timer = setInterval(() => isUnderWay || keep(), everyMs)
    element.addEventListener('focusout', leave)
    element.addEventListener('submit', submit)
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('pageshow', show)
    return () => {
      clearInterval(timer)
      clearTimeout(soon)
      element.removeEventListener('focusout', leave)
      element.removeEventListener('submit', submit)
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('pageshow', show)
    }
  }, [form, action])
  return <p role="status">{told === 'kept' ? text : told === 'changed' ? changedText : ''}</p>
}

/** Whether a control says something else than the page it came with. */
function isTyped(control: Element): boolean {
  if (control instanceof HTMLSelectElement) {
    return control.selectedIndex > 0 && !control.options[control.selectedIndex]!.defaultSelected
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (!(control instanceof HTMLInputElement)) return false
  const isTicked = control.type === 'checkbox' || control.type === 'radio'
  return isTicked ? control.checked !== control.defaultChecked : control.value !== control.defaultValue
}
