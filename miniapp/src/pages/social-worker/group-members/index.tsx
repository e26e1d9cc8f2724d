import { readGroup } from '@shared/groups/groups.contract';
import type { GroupMember } from '@shared/groups/member';
import { answerGroup, suggestMembers } from '@shared/groups/membership.contract';
import type { ElderId, GroupId } from '@shared/kernel/ids';
import { useState } from 'react';
import { groupsText } from '@/features/groups/groups.text';
import { TextSheet } from '@/features/groups/text-sheet';
import { useGroup } from '@/features/groups/use-group';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure, go, usePageParams, useQuery } from '@/platform';
import {
  Avatar,
  Button,
  Card,
  CheckRow,
  Chips,
  EntryRow,
  Page,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  Tag,
  toast,
  Wrap,
} from '@/ui';

const toPlan =
  ({ caseId }: NonNullable<GroupMember['of']>) =>
  (): void =>
    void go('social-worker/plan', { caseId });
const tones = { invited: 'wheat', joined: 'pine', declined: 'grey', left: 'grey' } as const;

/** 组员: whom the village has who may gain, why, and what each has said. */
export default function GroupMembersPage() {
  const groupId = usePageParams().groupId as GroupId;
  const text = useText(groupsText);
  const locale = useLocale();
  const group = useQuery(readGroup, { params: { groupId } });
  const found = useQuery(suggestMembers, { params: { groupId } });
  const refresh = async () => {
    await Promise.all([group.refresh(), found.refresh()]);
  };
  const { change, failure } = useGroup(groupId, refresh);
  const [asked, setAsked] = useState<GroupMember>();
  const mayWrite = group.data?.mayWrite === true;
  return (
    <Page title={text.members} backTo="social-worker/groups" onRefresh={refresh}>
      <RefusalNotice failure={failure} />
      <QueryView query={group}>
        {({ members }) =>
          members.length === 0 ? null : (
            <Card flat>
              {members.map((each) => (
                <EntryRow
                  key={each.elderId}
                  lead={<Avatar name={each.name} tone="plum" />}
                  title={each.name}
                  note={said(each.reason, locale)}
                  aside={<Tag tone={tones[each.status]}>{text[each.status]}</Tag>}
                  {...(each.status === 'invited' || each.status === 'joined'
                    ? { onTap: () => setAsked(each) }
                    : {})}
                />
              ))}
            </Card>
          )
        }
      </QueryView>
      <Section title={text.suggested}>
        <QueryView query={found} skeletonCards={1}>
          {({ suggestions, partial }) => (
            <>
              {suggestions.length === 0 ? <Second>{text.suggestedNone}</Second> : null}
              {suggestions.map((each) => (
                <Card
                  key={each.elderId}
                  title={each.name}
                  aside={
                    mayWrite ? (
                      <Button
                        small
                        kind="outline"
                        onTap={async () => {
                          await change({
                            act: 'invite',
                            elderId: each.elderId,
                            reason: each.reason,
                            ...(each.of ? { of: each.of } : {}),
                          });
                        }}
                      >
                        {text.invite}
                      </Button>
                    ) : null
                  }
                >
                  <Second>{said(each.reason, locale)}</Second>
                </Card>
              ))}
              {partial ? <Second>{text.partial}</Second> : null}
            </>
          )}
        </QueryView>
      </Section>
      {asked ? (
        <AnswerSheet
          key={asked.elderId}
          member={asked}
          groupId={groupId}
          {...(asked.of ? { onPlan: toPlan(asked.of) } : {})}
          onClose={() => setAsked(undefined)}
          onDone={group.refresh}
        />
      ) : null}
    </Page>
  );
}

interface AnswerSheetProps {
  readonly member: GroupMember;
  readonly groupId: GroupId;
  /** To the plan that asked for a group, where one did. */
  readonly onPlan?: () => void;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** What the elder said, and before whom. */
function AnswerSheet({ member, groupId, onPlan, onClose, onDone }: AnswerSheetProps) {
  const text = useText(groupsText);
  const joined = member.status === 'joined';
  const [yes, setYes] = useState<'yes' | 'no'>(joined ? 'no' : 'yes');
  const [shareWithFamily, setShare] = useState(true);
  const [failure, setFailure] = useState<Failure>();
  const send = async (words: string): Promise<boolean> => {
    const elderId: ElderId = member.elderId;
    const answer = await command(`group answer ${groupId} ${elderId} ${yes}`, answerGroup, {
      params: { groupId, elderId },
      body: {
        answer:
          yes === 'yes'
            ? { yes: true, witness: 'social_worker', how: words, shareWithFamily }
            : { yes: false, why: words },
      },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(text.saved);
    await onDone();
    return answer.ok;
  };
  const choices = joined ? (['no'] as const) : (['yes', 'no'] as const);
  return (
    <TextSheet
      key={yes}
      open
      title={text.answer(member.name)}
      label={yes === 'yes' ? text.how : text.whyNot}
      usual={yes === 'yes' ? text.howUsual : ''}
      optional={yes === 'no'}
      action={text.record}
      onClose={onClose}
      onSend={send}
    >
      <Wrap>
        <Chips
          options={choices.map((value) => ({ value, text: joined ? text.leave : text[value] }))}
          value={yes}
          onChoose={setYes}
        />
      </Wrap>
      {yes === 'yes' ? (
        <Card flat>
          <CheckRow checked={shareWithFamily} onTap={() => setShare(!shareWithFamily)}>
            {text.share}
          </CheckRow>
        </Card>
      ) : null}
      {onPlan ? (
        <Button small kind="quiet" onTap={onPlan}>
          {text.toPlan}
        </Button>
      ) : null}
      <RefusalNotice failure={failure} />
    </TextSheet>
  );
}
