import { back, push, relaunch, replace, switchTab } from '../pages/stack'
import { answer, type Callbacks } from './answer'

type To = Callbacks & { url: string }

const moved = (name: string, options: Callbacks, move: () => void) =>
  answer(name, options, () => {
    move()
    return {}
  })

export const navigation = {
  navigateTo: (options: To) => moved('navigateTo', options, () => push(options.url)),
  redirectTo: (options: To) => moved('redirectTo', options, () => replace(options.url)),
  switchTab: (options: To) => moved('switchTab', options, () => switchTab(options.url)),
  reLaunch: (options: To) => moved('reLaunch', options, () => relaunch(options.url)),
  navigateBack: (options: Callbacks & { delta?: number } = {}) => moved('navigateBack', options, () => back(options.delta ?? 1)),
}
