/** A refusal the person is told of: `code` is stable and documented, `detail` is Chinese. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extra: { readonly errors?: { path: string; message: string }[]; readonly retryAfter?: number } = {},
  ) {
    super(code)
  }
}

/** What one may not see does not exist. */
export const notFound = (code: string, detail: string) => new Refusal(404, code, detail)
export const conflict = (code: string, detail: string) => new Refusal(409, code, detail)
/** Well-formed, but it does not fit: the field is named. */
export const unfit = (code: string, detail: string, path?: string) =>
  new Refusal(422, code, detail, path ? { errors: [{ path, message: detail }] } : {})
export const forbidden = (code: string, detail: string) => new Refusal(403, code, detail)
export const roleMissing = () => forbidden('role-missing', '您的身份不能做这件事。')
export const unavailable = (detail = '服务正在恢复，请稍等一会儿再试。') =>
  new Refusal(503, 'service-unavailable', detail, { retryAfter: 5 })
