import type { listPersonas as listRoute, stepIn as stepInRoute } from '@shared/identity/identity.contract';
import { allow, refuse } from '@shared/kernel/result';
import type { PublicUseCase } from '../platform/serve';
import { beginSession } from './begin-session';
import { personaItem, personItem } from './items';

export const listPersonas: PublicUseCase<typeof listRoute> = async (deps) => {
  if (deps.stage !== 'local') return refuse('local_stage_only');
  const page = await deps.table.list(personaItem, { pk: 'PERSONAS' });
  const personas = page.items
    .map((item) => item.value)
    .sort((a, b) => a.order - b.order)
    .map(({ order: _, personId: __, ...view }) => view);
  return allow({ personas });
};

export const stepIn: PublicUseCase<typeof stepInRoute> = async (deps, { body }) => {
  if (deps.stage !== 'local') return refuse('local_stage_only');
  const persona = await deps.table.get(personaItem, { pk: 'PERSONAS', sk: body.persona });
  if (!persona) return refuse('persona_unknown');
  const person = await deps.table.get(personItem, { pk: `PERSON#${persona.value.personId}`, sk: 'PERSON' });
  if (!person) return refuse('persona_unknown');
  const session = beginSession(deps, person.value);
  const committed = await deps.table.commit([session.write]);
  return committed.ok ? allow(await session.answer()) : committed;
};
