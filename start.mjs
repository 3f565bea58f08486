// `npm start`: builds what is missing and runs the API with the H5 app at one address; the demo town unless NODE_ENV is production.
import { buildWhatIsStale } from './build.mjs'

buildWhatIsStale(['server', 'h5'])
process.env.DEMO ??= String(process.env.NODE_ENV !== 'production')
await import('./dist/server/main.mjs')
