import type { Grant } from '../../../contract/account'
import type { ReportCard } from '../../../contract/report'

type Waiting = Pick<ReportCard, 'state' | 'lead' | 'compoundCode'>

const isGrid = ({ role }: Grant) => role === 'grid_worker' || role === 'grid_leader' || role === 'admin'

/** Whether one of the grants makes the holder the one it was handed to; a property company holds its compounds. */
const leads = ({ lead, compoundCode }: Waiting, { role, scopeCode }: Grant): boolean => {
  if (lead?.kind === 'property') return role === 'property' && scopeCode === compoundCode
  if (lead?.kind === 'department') return role === 'department' && scopeCode === lead.code
  return role === 'grid_worker' && scopeCode === lead?.code
}

/** Whether 接单 belongs on a card: the server decides, this only spares a button that would be refused. */
export function mayAccept(card: Waiting, grants: readonly Grant[]): boolean {
  const isLead = grants.some((grant) => leads(card, grant))
  if (card.state === 'dispatched') return isLead
  return (card.state === 'submitted' || card.state === 'reopened') && (isLead || grants.some(isGrid))
}
