import type { ReplyOf } from '@shared/kernel/route';
import type { Exclusion } from '@shared/matching/eligibility';
import { reasonText } from '@shared/matching/reason';
import type { listCandidates } from '@shared/service-requests/requests.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { distanceName, minutesName } from '@/platform';
import { Avatar, Button, Card, EntryRow, Second, Section, Tag, type Tone, Wrap } from '@/ui';
import { queueText } from './queue.text';

export type Candidate = ReplyOf<typeof listCandidates>['candidates'][number];

interface CandidateListProps {
  readonly candidates: readonly Candidate[];
  readonly onChoose: (candidate: Candidate) => void;
}

const tones: readonly Tone[] = ['pine', 'wheat', 'sky', 'persimmon', 'plum'];

/** Who can be arranged and why these; the others, folded away, with the rule that is in the way. */
export function CandidateList({ candidates, onChoose }: CandidateListProps) {
  const t = queueText[useLocale()];
  const [unfolded, setUnfolded] = useState(false);
  const able = candidates.filter(({ exclusion }) => exclusion === undefined);
  const others = candidates.filter(({ exclusion }) => exclusion !== undefined);
  return (
    <>
      <Section title={t.candidates} aside={String(able.length)}>
        {able.length === 0 ? <Second>{t.nobodyNear}</Second> : null}
        {able.map((candidate) => (
          <AbleCard key={candidate.helper.helperId} candidate={candidate} onChoose={onChoose} />
        ))}
      </Section>
      {others.length > 0 ? (
        <Section title={t.cannotNow(others.length)}>
          {unfolded ? (
            <Card flat>
              {others.map((candidate) => (
                <OtherRow key={candidate.helper.helperId} candidate={candidate} />
              ))}
            </Card>
          ) : null}
          <Button small kind="quiet" onTap={() => setUnfolded(!unfolded)}>
            {unfolded ? t.hide : t.show}
          </Button>
        </Section>
      ) : null}
    </>
  );
}

interface AbleCardProps {
  readonly candidate: Candidate;
  readonly onChoose: (candidate: Candidate) => void;
}

function AbleCard({ candidate, onChoose }: AbleCardProps) {
  const locale = useLocale();
  const t = queueText[locale];
  const { helper, distanceMetres, travelMinutes, reasons } = candidate;
  const why = reasons.filter(({ code }) => code !== 'distance');
  return (
    <Card>
      <EntryRow
        lead={<Avatar name={helper.name} tone={helper.kind === 'provider' ? 'sky' : 'pine'} />}
        title={helper.name}
        note={[
          helper.organizationName ?? helper.villageName,
          distanceName(distanceMetres, locale),
          minutesName(travelMinutes, locale),
        ].join(' · ')}
      />
      {why.length > 0 ? (
        <Wrap>
          {why.map((reason, index) => (
            <Tag key={reason.code} tone={tones[index % tones.length] ?? 'grey'}>
              {said(reasonText(reason), locale)}
            </Tag>
          ))}
        </Wrap>
      ) : null}
      <Button small kind="outline" onTap={() => onChoose(candidate)}>
        {t.assign}
      </Button>
    </Card>
  );
}

function OtherRow({ candidate: { helper, distanceMetres, exclusion } }: { readonly candidate: Candidate }) {
  const locale = useLocale();
  const t = queueText[locale];
  return (
    <EntryRow
      title={helper.name}
      note={`${helper.organizationName ?? helper.villageName} · ${distanceName(distanceMetres, locale)}`}
      aside={<Tag>{t.exclusions[exclusion as Exclusion]}</Tag>}
    />
  );
}
