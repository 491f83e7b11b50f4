import './server/right-node.js'
import { serve } from './server/serve.js'
import { exitOnCannotStart, processEnvironment } from './server/process-environment.js'

await exitOnCannotStart(async () => await serve(processEnvironment))
