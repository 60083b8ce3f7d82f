import type { ReactNode } from 'react'

/**
 * A plain form. It posts unless told otherwise, and never asks the browser to judge what was typed: our own
 * sentences do, beside each field. `hidden` travels along unseen; undefined values are left out.
 */
export function Form(props: {
  readonly action: string
  readonly method?: 'post' | 'get'
  readonly hidden?: Readonly<Record<string, string | undefined>>
  readonly label?: string
  readonly id?: string
  readonly className?: string
  /** It carries files, and its hidden fields come before them. */
  readonly files?: true
  readonly children: ReactNode
}) {
  return (
    <form
      id={props.id}
      className={props.className}
      action={props.action}
      method={props.method ?? 'post'}
      encType={props.files && 'multipart/form-data'}
      acceptCharset="utf-8"
      aria-label={props.label}
      noValidate
    >
      {Object.entries(props.hidden ?? {}).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {props.children}
    </form>
  )
}
