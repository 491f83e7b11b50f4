import type { NewOrganisation } from '../organisations/organisation.js'
import type { ServiceCode } from '../../config/services.js'
import type { DemoUsername } from './people.js'

/** The organisations of the demo, invented, with who administers and who reports there (contract.md, "Demo data"). */
export interface DemoOrganisation extends NewOrganisation {
  readonly administrators: readonly DemoUsername[]
  readonly grants: readonly DemoGrant[]
}

export interface DemoGrant {
  readonly to: DemoUsername
  readonly service: ServiceCode
  /** Given by this administrator; without one, by the agency. */
  readonly by?: DemoUsername
  /** Ended since, and why. */
  readonly ended?: string
}

export const firstDay = '2026-01-01'

const schoolIn10001 = { by: 'admin10001' } as const

export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    kind: 'school',
    code: '10001',
    name: 'Vätterbygdens yrkeshögskola',
    reportingMethod: 'web',
    schoolForms: ['yrkeshogskola', 'nationell-yrkesutbildning'],
    street: 'Hamnkanalen 5',
    postalCode: '55322',
    locality: 'Jönköping',
    administrators: ['admin10001'],
    grants: [
      { to: 'rapport10001', service: 'studietider', ...schoolIn10001 },
      { to: 'rapport10001', service: 'studeranderapportering', ...schoolIn10001 },
      { to: 'ny10001', service: 'studietider', ...schoolIn10001 },
      { to: 'utan10001', service: 'studeranderapportering', ...schoolIn10001, ended: 'has left' },
    ],
  },
  {
    kind: 'school',
    code: '10002',
    name: 'Norrsjö folkhögskola',
    reportingMethod: 'web',
    schoolForms: ['folkhogskola'],
    street: 'Folkhögskolevägen 2',
    postalCode: '91098',
    locality: 'Norrsjö',
    administrators: ['admin10002'],
    grants: [{ to: 'rapport10002', service: 'studietider', by: 'admin10002' }],
  },
  {
    kind: 'school',
    code: '10003',
    name: 'Norrsjö komvux',
    reportingMethod: 'web',
    schoolForms: ['komvux'],
    street: 'Skolgatan 14',
    postalCode: '91098',
    locality: 'Norrsjö',
    administrators: ['admin10002'],
    grants: [],
  },
  {
    kind: 'municipality',
    code: '0999',
    name: 'Norrsjö kommun',
    reportingMethod: 'web',
    schoolForms: ['kommun'],
    street: 'Torget 1',
    postalCode: '91098',
    locality: 'Norrsjö',
    administrators: [],
    grants: [{ to: 'budget0999', service: 'studiestartsstod-budget' }],
  },
]
