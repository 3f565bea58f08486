/** All of the screen, where the browser gives it; an iPhone's does not, and the page fills its window all the same. */
export async function fillScreen(): Promise<void> {
  await document.documentElement.requestFullscreen?.().catch(() => {})
}

export async function leaveScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {})
}

/** Tells when the person leaves the full screen by the browser's own way. */
export function watchScreen(left: () => void): () => void {
  const look = () => {
    if (!document.fullscreenElement) left()
  }
  document.addEventListener('fullscreenchange', look)
  return () => document.removeEventListener('fullscreenchange', look)
}

/** Old browsers cannot, and lose the lock when another window comes before this one. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  let over = false
  const take = () => {
    if (document.hidden) return
    navigator.wakeLock?.request('screen').then(
      (taken) => {
        if (over) taken.release()
        else lock = taken
      },
      () => {},
    )
  }
  take()
  document.addEventListener('visibilitychange', take)
  return () => {
    over = true
    document.removeEventListener('visibilitychange', take)
    lock?.release()
  }
}
