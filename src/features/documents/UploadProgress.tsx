'use client'
import { useEffect, useState } from 'react'
import { sendAll } from './sending'
import styles from './documents.module.css'

/**
 * Sends the files of a form in pieces where scripts run: it says how far it is, and goes on by itself after the line
 * was lost. Without scripts, or when the server answers something else than expected, the form goes as forms go.
 */
export function UploadProgress(props: {
  readonly form: string
  /** Where to go once all is sent. */
  readonly page: string
  /** Sentences in which `%name%` and `%percent%` stand for what they say. */
  readonly texts: { readonly sending: string; readonly checking: string; readonly waiting: string }
}) {
  const { form, page, texts } = props
  const [said, setSaid] = useState('')
  const [percent, setPercent] = useState<number | null>(null)
  useEffect(() => {
    const element = document.getElementById(form)
    if (!(element instanceof HTMLFormElement)) return
    let isSending = false
    const onSubmit = (event: SubmitEvent) => {
      const data = new FormData(element)
      const files = data.getAll('files').filter((one): one is File => one instanceof File && one.size > 0)
      if (files.length === 0) return
      event.preventDefault()
      if (isSending) return
      isSending = true
      const [formKey, requirement] = [String(data.get('formKey')), String(data.get('requirement'))]
      const fill = (text: string, name: string, done = 0) =>
        text.replace('%name%', () => name).replace('%percent%', String(done))
      sendAll(files, { formKey, requirement }, (step) => {
        if (step.at === 'sending') setPercent(step.percent)
        // Said every quarter only, for those who hear it.
        const quarter = step.at === 'sending' ? Math.floor(step.percent / 25) * 25 : 0
        setSaid(step.at === 'waiting' ? texts.waiting : fill(texts[step.at], step.name, quarter))
      })
        .then((wrong) => {
          const query = wrong
            ? `?problem=${wrong.problem}${files.length > 1 ? `&file=${wrong.file}` : ''}`
            : ''
          location.assign(page + query)
        })
        // Signed out, or a page older than the server: the form itself knows what to do.
        .catch(() => element.submit())
    }
    element.addEventListener('submit', onSubmit)
    return () => element.removeEventListener('submit', onSubmit)
  }, [form, page, texts])
  return (
    <>
      {percent !== null && <progress className={styles.bar} max={100} value={percent} aria-hidden="true" />}
      <p role="status">{said}</p>
    </>
  )
}
