/** Loaded by ava before each test file: whoever imports `ava` from a test file gets `ava-of-file.ts` of that file. */
import { registerHooks } from 'node:module'
import { isGroup } from './test-groups.js'

const tests = new URL('..', import.meta.url).pathname

registerHooks({
  resolve: (specifier, context, next) => {
    const { pathname = '' } = URL.parse(context.parentURL ?? '') ?? {}
    const isOfTest = pathname.startsWith(tests) && pathname.endsWith('.test.js') && !isGroup(pathname)
    if (specifier !== 'ava' || !isOfTest) return next(specifier, context)
    const file = encodeURIComponent(decodeURI(pathname.slice(tests.length)))
    return { url: new URL(`ava-of-file.js?file=${file}`, import.meta.url).href, shortCircuit: true }
  },
})
