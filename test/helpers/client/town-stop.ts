export { stopTown as default } from './town-start'
