import './serving/right-node.js'
import { serve } from './serving/serve.js'
import { orSayWhyNot, surroundings } from './serving/surroundings.js'

await orSayWhyNot(async () => await serve(surroundings))
