'use client'
import { useEffect, useRef, useState } from 'react'

/** Five seconds at most are lost when a connection drops. */
const everyMs = 4_000

/**
 * Keeps what is being typed, every few seconds, where scripts run. Without them the form's own buttons keep it.
 * A failure is silent: the person did not ask for this, and their next press will say what is wrong.
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
    const timer = setInterval(() => {
      const body = fields()
      if (body === last.current) return
      last.current = body
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' }
      fetch(action, { method: 'POST', body, headers, credentials: 'same-origin' })
        .then((response) => setKept(response.ok))
        .catch(() => {
          last.current = ''
          setKept(false)
        })
    }, everyMs)
    return () => clearInterval(timer)
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
