'use client'
import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import styles from './deciding.module.css'

/** After the last key, before the office is asked what the form would do. Milliseconds. */
const soonMs = 300

type Typed = Record<string, unknown>
type Answered = { readonly code?: string; readonly to?: string; readonly told?: readonly string[] }

/**
 * The live part of the form of a decision: what it would give is said while it is filled, the facts of a reason show
 * once it is ticked, and it is sent as JSON to the address the plain form posts to. The fields are those of the page,
 * with what they hold already; without script nothing of this is there, and the form is whole. Whatever fails, nothing
 * that was typed goes.
 */
export function LiveMove(props: {
  readonly form: string
  readonly action: string
  readonly texts: { readonly title: string; readonly sending: string; readonly failed: string }
}) {
  const { form, action, texts } = props
  const { register, subscribe, getValues, setValue, handleSubmit } = useForm<Typed>()
  const [told, setTold] = useState<readonly string[]>([])
  const isSending = useRef(false)
  useEffect(() => {
    const element = document.getElementById(form)
    if (!(element instanceof HTMLFormElement)) return
    const undo = new AbortController()
    const { signal } = undo
    // The fields stay those of the page: their values are read, and never written. Handed over one by one, boxes of one
    // name would all be ticked.
    const controls = controlsOf(element)
    const names = [...new Set(controls.map(({ name }) => name))]
    const read = (name: string) => setValue(name, valueIn(controls.filter((one) => one.name === name)))
    for (const name of names) {
      register(name)
      read(name)
    }
    for (const event of ['input', 'change'])
      element.addEventListener(
        event,
        ({ target }) => {
          if (controls.includes(target as Control)) read((target as Control).name)
        },
        { signal },
      )
    /** The same fields as the plain form sends. */
    const body = (more: Record<string, string> = {}) => {
      const hidden = [...element.querySelectorAll<HTMLInputElement>('input[type="hidden"]')]
      const typed = names.map((name) => [name, getValues(name)] as const)
      return JSON.stringify({
        ...Object.fromEntries(hidden.map(({ name, value }) => [name, value])),
        ...Object.fromEntries(typed),
        ...more,
      })
    }
    const send = async (text: string, stop?: AbortSignal): Promise<Answered> => {
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json' }
      const response = await fetch(action, {
        ...{ method: 'POST', body: text, headers, credentials: 'same-origin' },
        ...(stop ? { signal: stop } : {}),
      })
      return (await response.json()) as Answered
    }
    const show = () => {
      const reasons = [getValues('reasons')].flat()
      for (const facts of element.querySelectorAll<HTMLElement>('[data-facts-of]'))
        facts.hidden = !reasons.includes(facts.dataset['factsOf']!)
    }
    let asked: AbortController | undefined
    let soon: ReturnType<typeof setTimeout> | undefined
    // Of two answers, the one to what is on the screen is shown, whichever comes last.
    const ask = () => {
      asked?.abort()
      asked = new AbortController()
      send(body({ try: 'yes' }), asked.signal)
        .then((answer) => isSending.current || setTold(answer.told ?? []))
        // The form says nothing then, and can be sent all the same.
        .catch(() => {})
    }
    const stopListening = subscribe({
      formState: { values: true },
      callback: () => {
        show()
        clearTimeout(soon)
        soon = setTimeout(ask, soonMs)
      },
    })
    const submit = async () => {
      if (isSending.current) return
      isSending.current = true
      clearTimeout(soon)
      asked?.abort()
      setTold([texts.sending])
      try {
        const { to } = await send(body())
        if (to === undefined) throw new Error('No answer')
        // The page that follows says what was done, or what to put right with all that was typed.
        if (to.split('#')[0] === window.location.pathname) window.location.reload()
        else window.location.assign(to)
      } catch {
        isSending.current = false
        setTold([texts.failed])
      }
    }
    element.addEventListener('submit', (event) => void handleSubmit(submit)(event as never), { signal })
    // The page comes back as it was when one goes back to it.
    window.addEventListener('pageshow', () => (isSending.current = false), { signal })
    show()
    ask()
    return () => {
      undo.abort()
      asked?.abort()
      clearTimeout(soon)
      stopListening()
    }
  }, [form, action, texts.sending, texts.failed, register, subscribe, getValues, setValue, handleSubmit])
  return (
    <div role="status" className={told.length > 0 ? styles.live : undefined}>
      {told.length > 0 && <strong>{texts.title}</strong>}
      {told.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </div>
  )
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLInputElement && one.type !== 'hidden') ||
      one instanceof HTMLSelectElement ||
      one instanceof HTMLTextAreaElement,
  )

/** What the controls of one name say, as the plain form would send it: text, or the list of what is ticked. */
function valueIn(controls: readonly Control[]): string | string[] {
  const [first] = controls
  if (!(first instanceof HTMLInputElement) || !['checkbox', 'radio'].includes(first.type))
    return first?.value ?? ''
  const ticked = controls
    .filter((one) => one instanceof HTMLInputElement && one.checked)
    .map(({ value }) => value)
  return first.type === 'radio' ? (ticked[0] ?? '') : ticked
}
