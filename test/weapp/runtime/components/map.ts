import { register } from './builtin'

/** A map without streets: its pins by their labels. It tells when it is asked to show what is no place. */
export const registerMap = (): void =>
  register('map', {
    properties: { longitude: 0, latitude: 0, scale: 16, markers: [] as readonly unknown[], includePoints: [] as readonly unknown[] },
    behave(part) {
      return {
        on: {
          markers(markers) {
            const labels = (markers as { id: number; longitude: number; latitude: number; label?: { content: string } }[]).map((marker) => {
              if (!(Math.abs(marker.longitude) <= 180 && Math.abs(marker.latitude) <= 90)) throw new Error(`marker ${marker.id} is nowhere`)
              return marker.label?.content ?? String(marker.id)
            })
            part.element.textContent = labels.join(' ')
          },
        },
      }
    },
  })
