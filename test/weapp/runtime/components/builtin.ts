import type { GeneralComponent } from 'glass-easel'
import type { BuiltinTag } from '../../pack/builtin-tags'
import { space } from '../engine'

type Value = string | number | boolean | readonly unknown[] | null
type Values<P> = {
  readonly [K in keyof P]: P[K] extends string ? string : P[K] extends number ? number : P[K] extends boolean ? boolean : unknown
}

/** One of WeChat's own components on a page. */
export interface Part<P = Record<string, Value>> {
  readonly element: HTMLElement
  readonly data: Values<P>
  set(values: Partial<Values<P>>): void
  emit(event: string, detail?: object): void
}

/** What a component does in the browser. */
export interface Behaviour<P> {
  /** Called with a property's value when it is set or changes. */
  readonly on?: { readonly [K in keyof P]?: (value: Values<P>[K]) => void }
  /** What it adds to the form it stands in. */
  readonly formValue?: () => unknown
  readonly reset?: () => void
  /** What a tap on its label does. */
  readonly toggle?: () => void
}

export interface Builtin<P> {
  /** Default values; their types are the properties' types, null takes anything. */
  readonly properties: P
  /** What it is for screen readers by itself. */
  readonly role?: string
  /** Properties that style sheets can ask for as attributes. */
  readonly attributes?: readonly (keyof P & string)[]
  readonly behave?: (part: Part<P>) => Behaviour<P>
}

interface Standing {
  readonly part: Part
  readonly behaviour: Behaviour<Record<string, Value>>
}

/** What screen readers are told; any component may carry it. */
const aria = { ariaRole: null, ariaLabel: null, ariaHidden: null, ariaChecked: null, ariaSelected: null, ariaBusy: null }

const registered = new Set<BuiltinTag>()
export const isRegistered = (tag: BuiltinTag): boolean => registered.has(tag)

const standing = new WeakMap<Element, Standing>()

/** The components below an element that match a selector. */
export const partsBelow = (element: Element, selector: string): Standing[] =>
  [...element.querySelectorAll(selector)].flatMap((found) => standing.get(found) ?? [])

export const partOf = (element: Element | null | undefined): Standing | undefined => (element ? standing.get(element) : undefined)

const typeOf = (value: Value) =>
  value === null || Array.isArray(value) ? null : { string: String, number: Number, boolean: Boolean }[typeof value as 'string']

type Caller = {
  readonly _$: GeneralComponent
  readonly data: Record<string, unknown>
  setData(values: object): void
  triggerEvent(name: string, detail: unknown, options: object): void
}

/** Registers what stands for one of WeChat's own components. */
export function register<P extends Record<string, Value>>(
  tag: BuiltinTag,
  { properties: own, role, attributes = [], behave }: Builtin<P>,
): void {
  const properties = { ...aria, ...own }
  registered.add(tag)
  const path = `builtin/${tag}`
  const groupList = window.packedApp.templates
  space.addCompiledTemplate(path, { groupList, content: groupList[path] })
  space.addComponentStaticConfig(path, { component: true, usingComponents: {} })
  space
    .component(path)
    .definition({
      properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, { type: typeOf(value), value }])),
      observers: Object.fromEntries(
        Object.keys(properties).map((name) => [
          name,
          function (this: Caller, value: Value) {
            const element = this._$.getBackendElement() as unknown as HTMLElement | null
            if (!element) return
            if (name in aria || attributes.includes(name)) mirror(element, name, name === 'ariaRole' ? value || role : value)
            standing.get(element)?.behaviour.on?.[name]?.(value as never)
          },
        ]),
      ),
      lifetimes: {
        created(this: Caller) {
          const element = this._$.getBackendElement() as unknown as HTMLElement | null
          // a page that has been closed is not drawn any more
          if (!element) return
          const caller = this
          const part: Part<P> = {
            element,
            get data() {
              return caller.data as Values<P>
            },
            set: (values) => caller.setData(values),
            emit: (event, detail = {}) => caller.triggerEvent(event, detail, {}),
          }
          mirror(element, 'ariaRole', role)
          standing.set(element, { part: part as unknown as Part, behaviour: (behave?.(part) ?? {}) as Standing['behaviour'] })
        },
      },
    } as never)
    .register()
}

function mirror(element: HTMLElement, name: string, value: Value | undefined): void {
  const attribute = name === 'ariaRole' ? 'role' : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  if (value === null || value === undefined || value === '' || (value === false && !(name in aria))) element.removeAttribute(attribute)
  else element.setAttribute(attribute, value === true && !(name in aria) ? '' : String(value))
}
