import { checkInUrl } from './urls'

/** What a code on a screen or a sheet says: the check-in page of the app in a browser. The app's own scanner takes site and code out of it. */
export const codeAddress = (site: string, code: string): string => `${API_ORIGIN || window.location.origin}/#${checkInUrl({ site, code })}`
