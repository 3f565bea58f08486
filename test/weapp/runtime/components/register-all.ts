import { registerBoxes } from './boxes'
import { registerButton } from './button'
import { registerChoices } from './choices'
import { registerForm } from './form'
import { registerImage } from './image'
import { registerScrollView } from './scroll-view'
import { registerTextFields } from './text-field'
import { registerRest } from './unknown'

export function registerBuiltins(): void {
  registerBoxes()
  registerButton()
  registerChoices()
  registerForm()
  registerImage()
  registerScrollView()
  registerTextFields()
  registerRest()
}
