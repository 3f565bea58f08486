import envSchema from 'env-schema'
import Type, { type Static } from 'typebox'

const Text = (default_: string) => Type.String({ default: default_ })
const Shape = (default_: string, pattern: string) => Type.String({ default: default_, pattern })
const Count = (default_: number, minimum = 1) => Type.Integer({ default: default_, minimum })

/** Requests a minute from one person. */
export const usualPerMinute = 600

/** Every setting, with its default. README's table is checked against this schema. */
export const settingsSchema = Type.Object({
  NODE_ENV: Text('development'),
  HOST: Text('127.0.0.1'),
  PORT: Type.Integer({ default: 8787, minimum: 0, maximum: 65535 }),
  DATA_DIR: Text('data'),
  DATABASE_URL: Text(''),
  DATABASE_POOL: Count(10),
  NAMED_STATEMENTS: Type.Boolean({ default: true }),
  REDIS_URL: Shape('', '^(rediss?://\\S+)?$'),
  SECRET_KEY: Text(''),
  DEMO: Type.Boolean({ default: false }),
  WECHAT_APPID: Text(''),
  WECHAT_SECRET: Text(''),
  WECHAT_URL: Shape('https://api.weixin.qq.com', '^https?://[^\\s/]+$'),
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], { default: 'info' }),
  CORS_ORIGINS: Text(''),
  TRUST_PROXY: Shape('', '^(loopback|linklocal|uniquelocal|[0-9a-fA-F.:/]+)?(,(loopback|linklocal|uniquelocal|[0-9a-fA-F.:/]+))*$'),
  METRICS_TOKEN: Text(''),
  REQUESTS_PER_MINUTE: Count(usualPerMinute),
  REPORTS_PER_DAY: Count(20),
})
export type Settings = Static<typeof settingsSchema>

/** A setting that must not be: the message is for the operator, and the server does not start. */
export class SettingsError extends Error {}

/** Reads the settings from the environment (or the given values) and checks them. Throws SettingsError with what is wrong. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const settings = parse(env)
  const production = settings.NODE_ENV === 'production'
  if (production && settings.DEMO) {
    throw new SettingsError('DEMO must not be on when NODE_ENV is production: anybody could sign in as anybody.')
  }
  if (!settings.DEMO && settings.SECRET_KEY.length < 32) {
    throw new SettingsError('SECRET_KEY is required (at least 32 characters). It signs sessions and encrypts personal data; keep it.')
  }
  return settings
}

function parse(env: Record<string, string | undefined>): Settings {
  try {
    return envSchema<Settings>({ schema: settingsSchema, env: false, data: { ...env } })
  } catch (error) {
    throw new SettingsError(`Settings: ${(error as Error).message}`)
  }
}
