import { answerGroup, type ElderGroup, listElderGroups } from '@shared/groups/membership.contract';
import type { ElderId } from '@shared/kernel/ids';
import { useState } from 'react';
import { useLocale, useText } from '@/i18n';
import { command, type Failure, momentName, useQuery } from '@/platform';
import { Body, Button, Card, RefusalNotice, toast, useNow } from '@/ui';
import { groupsText } from './groups.text';

interface GroupAskedProps {
  readonly elderId: ElderId;
  /** On the elder's own phone; otherwise the coordinator asked in person, and is the witness. */
  readonly own?: boolean;
  readonly callName?: string;
}

/** The groups an elder is asked to and has not answered yet, one at a time: yes or no, each with one tap. */
export function GroupAsked({ elderId, own = false, callName = '' }: GroupAskedProps) {
  const text = useText(groupsText);
  const locale = useLocale();
  const at = useNow();
  const query = useQuery(listElderGroups, { params: { elderId } });
  const [failure, setFailure] = useState<Failure>();
  const asked = query.data?.groups.find((each) => each.membership === 'invited');
  if (!asked) return null;
  const answer = async ({ groupId }: ElderGroup, yes: boolean) => {
    const sent = await command(`group answer ${groupId} ${elderId} ${yes ? 'yes' : 'no'}`, answerGroup, {
      params: { groupId, elderId },
      body: {
        answer: yes
          ? {
              yes,
              witness: own ? 'elder' : 'coordinator',
              how: own ? text.ownHow : text.heardHow,
              // Nobody said so yet: the family is told only once the elder allows it.
              shareWithFamily: false,
            }
          : { yes, why: '' },
      },
    });
    setFailure(sent.ok ? undefined : sent.failure);
    if (sent.ok) toast(text.saved);
    await query.refresh();
  };
  return (
    <Card title={own ? text.mayCome(asked.name) : text.mayComeTo(callName, asked.name)} edge="wheat">
      <Body>{[asked.purpose, asked.placeName].join(' · ')}</Body>
      {asked.next ? (
        <Body>{text.next(momentName(asked.next.startsAt, at, locale), asked.next.title)}</Body>
      ) : null}
      <RefusalNotice failure={failure} />
      <Button kind="pine" onTap={() => answer(asked, true)}>
        {own ? text.ownYes : text.heardYes}
      </Button>
      <Button kind="outline" onTap={() => answer(asked, false)}>
        {own ? text.ownNo : text.heardNo}
      </Button>
    </Card>
  );
}
