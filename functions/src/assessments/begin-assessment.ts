import type { Assessment } from '@shared/assessments/assessment';
import type { beginAssessment as route } from '@shared/assessments/assessments.contract';
import { currentInstrument } from '@shared/assessments/instruments';
import { allow, refuse } from '@shared/kernel/result';
import { historyEntry } from '../history/items';
import { tieToElder } from '../people/access';
import { elderItem, elderKey } from '../people/items';
import { runCommand } from '../platform/command';
import type { UseCase } from '../platform/serve';
import { create } from '../table/port';
import { assessmentItem } from './items';
import { assessmentsOf } from './load';

/** Begins with the consent; an assessment of the same scale that is still open is gone on with, not begun twice. */
export const beginAssessment: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'beginAssessment', body: { ...params, ...body } },
    async () => {
      const elder = await deps.table.get(elderItem, elderKey(params.elderId));
      if (!elder) return refuse('not_found');
      const tie = await tieToElder(deps, actor, elder.value);
      if (!tie.ok) return tie;
      const instrument = currentInstrument(body.code);
      if (!instrument) return refuse('instrument_unknown', 'body.code');
      const { assessments } = await assessmentsOf(deps, params.elderId);
      const going = assessments.find((each) => each.status === 'open' && each.instrument.code === body.code);
      if (going) return allow({ reply: { assessmentId: going.assessmentId }, writes: [] });
      const begun: Assessment = {
        status: 'open',
        assessmentId: deps.newId('assessment'),
        elderId: params.elderId,
        villageCode: elder.value.villageCode,
        instrument: { code: instrument.code, version: instrument.version },
        consent: body.consent,
        assessor: actor.personId,
        startedAt: deps.clock(),
        answers: {},
      };
      const history = historyEntry(deps, actor, {
        subject: { kind: 'assessment', id: begun.assessmentId },
        action: 'assessment_begun',
        facts: { consentBy: body.consent.name, shareWithFamily: body.consent.shareWithFamily },
      });
      return allow({
        reply: { assessmentId: begun.assessmentId },
        writes: [create(assessmentItem, begun), history],
      });
    },
  );
