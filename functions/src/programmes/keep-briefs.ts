import type { BriefId } from '@shared/kernel/ids';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { type Brief, checkEvidence } from '@shared/programmes/brief';
import type {
  answerBrief as answerRoute,
  BriefView,
  listBriefs as listRoute,
  readBrief as readRoute,
  sendBrief as sendRoute,
} from '@shared/programmes/briefs.contract';
import { isProgrammeOpen } from '@shared/programmes/programme';
import { isWithin } from '@shared/regions/region';
import { historyEntry } from '../history/items';
import { namesOf, regionNames } from '../history/names';
import { runCommand } from '../platform/command';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { create, keyTexts, replace, type Stored } from '../table/port';
import { writableProgramme } from './access';
import { gatherEvidence } from './gather-evidence';
import { briefItem, briefKey, briefsPartition } from './items';

const MOST_ANSWERS = 20;

/** The counts are taken at this moment and stay as they were sent. */
export const sendBrief: UseCase<typeof sendRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'sendBrief', body: { ...params, ...body } },
    async () => {
      const stored = await writableProgramme(deps, actor, params.programmeId);
      if (!stored.ok) return stored;
      const { regionCode, programmeId } = stored.value.value;
      if (!isProgrammeOpen(stored.value.value)) return refuse('group_over');
      const { evidence } = await gatherEvidence(deps, regionCode);
      const checked = checkEvidence(evidence);
      if (!checked.ok) return checked;
      const regions = await regionNames(deps, [regionCode]);
      const brief: Brief = {
        ...body.words,
        briefId: deps.newId('brief'),
        programmeId,
        regionCode,
        regionName: regions[regionCode] ?? '',
        evidence,
        sentBy: actor.personId,
        sentAt: deps.clock(),
        answers: [],
      };
      const line = { action: 'brief_sent' as const, why: brief.title };
      return allow({
        reply: { briefId: brief.briefId },
        writes: [
          create(briefItem, brief),
          historyEntry(deps, actor, { subject: { kind: 'programme', id: programmeId }, ...line }),
        ],
      });
    },
  );

export async function regionsBrief(
  deps: Deps,
  { grant }: Actor,
  briefId: BriefId,
): Promise<Result<Stored<Brief>>> {
  const stored = await deps.table.get(briefItem, briefKey(briefId));
  const region = grant.regionCode;
  if (!stored || region === undefined || !isWithin(region, stored.value.regionCode))
    return refuse('not_found');
  return allow(stored);
}

export const listBriefs: UseCase<typeof listRoute> = async (deps, { actor }) => {
  const region = actor.grant.regionCode;
  if (region === undefined) return allow({ briefs: [], unreadable: [] });
  const page = await deps.table.list(briefItem, {
    index: 'byRegion',
    pk: briefsPartition(region),
    descending: true,
    limit: 100,
  });
  return allow({
    briefs: page.items
      .map(({ value }) => value)
      .filter((each) => isWithin(region, each.regionCode))
      .map(({ briefId, title, regionName, sentAt, answers }) => ({
        briefId,
        title,
        regionName,
        sentAt,
        answers: answers.length,
      })),
    unreadable: keyTexts(page.unreadable),
  });
};

export async function briefShown(deps: Deps, actor: Actor, brief: Brief): Promise<BriefView> {
  const { sentBy, answers, ...shown } = brief;
  const names = await namesOf(deps, [sentBy, ...answers.map(({ by }) => by)]);
  return {
    brief: shown,
    sentByName: names[sentBy] ?? '',
    answers: answers.map(({ by, at, text }) => ({ byName: names[by] ?? '', at, text })),
    mayAnswer: actor.role === 'official' && answers.length < MOST_ANSWERS,
  };
}

export const readBrief: UseCase<typeof readRoute> = async (deps, { actor, params }) => {
  const stored = await regionsBrief(deps, actor, params.briefId);
  return stored.ok ? allow(await briefShown(deps, actor, stored.value.value)) : stored;
};

export const answerBrief: UseCase<typeof answerRoute> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'answerBrief', body: { ...params, ...body } },
    async () => {
      const stored = await regionsBrief(deps, actor, params.briefId);
      if (!stored.ok) return stored;
      const { value: old } = stored.value;
      if (old.answers.length >= MOST_ANSWERS) return refuse('case_too_many');
      const answers = [...old.answers, { by: actor.personId, at: deps.clock(), text: body.text }];
      const history = historyEntry(deps, actor, {
        subject: { kind: 'programme', id: old.programmeId },
        action: 'brief_answered',
        why: body.text,
      });
      return allow({
        reply: { answers: answers.length },
        writes: [replace<Brief>(stored.value, { ...old, answers }), history],
      });
    },
  );
