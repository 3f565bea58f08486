import { buildWhatIsStale } from '../../build.mjs'

/** Before the browser tests: what they open is built from the sources as they are. */
export default function buildApp() {
  buildWhatIsStale(['server', 'h5', 'weapp'])
}
