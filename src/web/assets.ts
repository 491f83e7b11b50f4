import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Ctx } from './context.js'

/**
 * Everything that a page fetches besides itself, by the name in its address: a file that is not in this table is
 * not there. The address carries a digest of the bytes, so a browser may keep the answer for ever.
 */
const files = {
  'fkui.css': '@fkui/design/lib/fkui.min.css',
  'fkui-theme.css': '@fkui/theme-default/dist/theme-auto.css',
  'portvakt.css': './portvakt.css',
  'mailbox.css': './mailbox.css',
  'portvakt.svg': './portvakt.svg',
  'mina-tjanster.css': './mina-tjanster.css',
  'mina-tjanster.svg': './mina-tjanster.svg',
  'stay.js': './stay.js',
  'signed-out.js': './signed-out.js',
  'go-on.js': './go-on.js',
  'send.js': './send.js',
  'show-password.js': './show-password.js',
  'password-advice.js': './password-advice.js',
  'progress.js': './progress.js',
  'copy.js': './copy.js',
  'kiosk-sv.png': './kiosk-sv.png',
  'kiosk-en.png': './kiosk-en.png',
  'sign-in-sv.png': './sign-in-sv.png',
  'sign-in-en.png': './sign-in-en.png',
  'choose-sv.png': './choose-sv.png',
  'choose-en.png': './choose-en.png',
  'tool-start-sv.png': './tool-start-sv.png',
  'tool-start-en.png': './tool-start-en.png',
  'tool-add-sv.png': './tool-add-sv.png',
  'tool-add-en.png': './tool-add-en.png',
  'tool-bulk-sv.png': './tool-bulk-sv.png',
  'tool-bulk-en.png': './tool-bulk-en.png',
  'tool-person-sv.png': './tool-person-sv.png',
  'tool-person-en.png': './tool-person-en.png',
  'tool-people-sv.png': './tool-people-sv.png',
  'tool-people-en.png': './tool-people-en.png',
} as const

export type AssetName = keyof typeof files

/**
 * The address of an asset, for a page.
 * @throws RangeError when there is no such asset
 */
export function assetPath(name: string): `/${string}` {
  if (!isAssetName(name)) throw new RangeError(`There is no asset ${name}.`)
  return `/assets/${name}?${assetNamed(name).version}`
}

/** Answers for the assets, and lets every other request pass. */
export async function serveAssets(ctx: Ctx, next: () => Promise<unknown>): Promise<void> {
  // /favicon.ico is where a browser looks that has not read our pages.
  const name = ctx.path === '/favicon.ico' ? 'portvakt.svg' : ctx.path.replace(/^\/assets\//, '')
  if (!isAssetName(name) || !['GET', 'HEAD'].includes(ctx.method)) return void (await next())
  await answer(ctx, assetNamed(name))
}

const answer = async (ctx: Ctx, asset: Asset): Promise<void> => {
  const encoding = ctx.acceptsEncodings('br', 'gzip', 'identity') || 'identity'
  ctx.status = 200
  ctx.etag = `${asset.version}-${encoding}`
  ctx.vary('Accept-Encoding')
  ctx.set('Cache-Control', ctx.querystring === asset.version ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (ctx.fresh) {
    ctx.status = 304
    return
  }
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding)
  ctx.type = asset.type
  ctx.body = await asset.body(encoding as Encoding)
}

type Encoding = 'br' | 'gzip' | 'identity'

interface Asset {
  readonly type: string
  readonly version: string
  /** Compressed when it is first asked for, beside the event loop, and kept. */
  readonly body: (encoding: Encoding) => Promise<Buffer>
}

const isAssetName = (name: string): name is AssetName => Object.hasOwn(files, name)

/** Each is read when it is first asked for, and kept. */
const kept = new Map<AssetName, Asset>()

const assetNamed = (name: AssetName): Asset => {
  const asset = kept.get(name) ?? read(name)
  kept.set(name, asset)
  return asset
}

const read = (name: AssetName): Asset => {
  const bytes = readFileSync(placeOf(files[name]))
  return {
    type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    version: createHash('sha256').update(bytes).digest('base64url').slice(0, 16),
    body: keptBodies(bytes),
  }
}

const compress: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: promisify<Buffer, Buffer>(brotliCompress),
  gzip: promisify<Buffer, Buffer>(gzip),
  identity: async (bytes) => await Promise.resolve(bytes),
}

const keptBodies = (bytes: Buffer): Asset['body'] => {
  const bodies = new Map<Encoding, Promise<Buffer>>()
  return async (encoding) => {
    const body = bodies.get(encoding) ?? compress[encoding](bytes)
    bodies.set(encoding, body)
    return await body
  }
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
}

/** Ours lie in assets/, seen from the built file; the others in the package that has them. */
const placeOf = (file: string): string =>
  fileURLToPath(file.startsWith('./') ? new URL(`../../../assets/${file}`, import.meta.url) : import.meta.resolve(file))
