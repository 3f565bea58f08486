import { existsSync } from 'node:fs'
import path from 'node:path'
import type { FastifyHelmetOptions } from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import fp from 'fastify-plugin'
import { projectRoot } from '../shared/project-root'

const folder = path.join(projectRoot, 'dist/h5')

/** The H5 build at the same address, when it is there. Files with a hash in their name may be kept for ever. */
const plugin = fp(async (app) => {
  if (!existsSync(folder)) return
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      reply.setHeader(
        'cache-control',
        /\.[0-9a-f]{8}\.(js|css)(\.br|\.gz)?$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
})

const security: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      // Taro's H5 start-up script stands in index.html; its components carry their styles inline.
      scriptSrc: ["'self'", "'unsafe-inline'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      // the stories of sites are spoken on the towns' own servers
      mediaSrc: ["'self'", 'https:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", 'blob:'],
      frameAncestors: ["'none'"],
      upgradeInsecureRequests: null,
    },
  },
  strictTransportSecurity: false,
  crossOriginResourcePolicy: { policy: 'cross-origin' },
}

export const webApp = { plugin, security }
