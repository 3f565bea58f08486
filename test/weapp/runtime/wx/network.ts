import { answer, type Callbacks } from './answer'

type Listener = (status: { isConnected: boolean; networkType: string }) => void

const listeners = new Set<Listener>()
const networkType = () => (navigator.onLine ? 'wifi' : 'none')

for (const change of ['online', 'offline']) {
  addEventListener(change, () => {
    for (const listen of listeners) listen({ isConnected: navigator.onLine, networkType: networkType() })
  })
}

export const network = {
  getNetworkType: (options?: Callbacks) => answer('getNetworkType', options, () => ({ networkType: networkType() })),
  onNetworkStatusChange: (listen: Listener) => void listeners.add(listen),
  offNetworkStatusChange: (listen?: Listener) => (listen ? void listeners.delete(listen) : listeners.clear()),
}
