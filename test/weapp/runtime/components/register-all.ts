import { registerBoxes } from './boxes'
import { registerButton } from './button'
import { registerCanvas } from './canvas'
import { registerChoices } from './choices'
import { registerForm } from './form'
import { registerImage } from './image'
import { registerMap } from './map'
import { registerScrollView } from './scroll-view'
import { registerTextFields } from './text-field'
import { registerRest } from './unknown'

export function registerBuiltins(): void {
  registerBoxes()
  registerButton()
  registerCanvas()
  registerChoices()
  registerForm()
  registerImage()
  registerMap()
  registerScrollView()
  registerTextFields()
  registerRest()
}
