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
export function Autosave(props: { readonly form: string; readonly action: string; readonly text: string }) {
  const { form, action, text } = props
  const [kept, setKept] = useState(false)
  const last = useRef('')
  useEffect(() => {
    const element = document.getElementById(form)
    if (!(element instanceof HTMLFormElement)) return
    const fields = () => {
      const entries = [...new FormData(element)].map(([name, value]): [string, string] => [
        name,
        String(value),
      ])
      return new URLSearchParams([...entries, ['intent', 'autosave']]).toString()
    }
    // What was typed before this script arrived, on a slow line, is kept too.
    last.current = [...element.elements].some(isTyped) ? '' : fields()
    let isUnderWay = false
    let isSent = false
    let soon: ReturnType<typeof setTimeout> | undefined
    const send = (body: string) => {
      last.current = body
      isUnderWay = true
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' }
      const keepalive = body.length < mostKeptAlive
      fetch(action, { method: 'POST', body, headers, credentials: 'same-origin', keepalive })
        .then((response) => setKept(response.ok))
        .catch(() => {
          last.current = ''
          setKept(false)
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
    const show = () => (isSent = false)
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
  return <p role="status">{kept ? text : ''}</p>
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
