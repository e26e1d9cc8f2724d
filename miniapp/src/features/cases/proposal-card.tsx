import { type CaseKind, caseKind, templateOf } from '@shared/cases/kind';
import { answerProposal, type ProposalCard as One } from '@shared/cases/proposals.contract';
import type { CaseId } from '@shared/kernel/ids';
import { useState } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure, momentName } from '@/platform';
import {
  Body,
  Button,
  ButtonRow,
  Card,
  Chips,
  Field,
  ListRow,
  RefusalNotice,
  Section,
  Sheet,
  Tag,
  Third,
  toast,
  useNow,
} from '@/ui';
import { casesText } from './cases.text';
import { NextSheet } from './next-sheet';
import { proposalsText } from './proposals.text';

const urgencies = ['routine', 'soon', 'emergency'] as const;

interface ProposalCardProps {
  readonly one: One;
  readonly onChanged: () => Promise<void>;
  readonly onOpen: (caseId: CaseId) => void;
}

/** What the platform noticed about an elder, with why; taken into a case or let be with a reason. */
export function ProposalCard({ one, onChanged, onOpen }: ProposalCardProps) {
  const text = useText(casesText);
  const words = useText(proposalsText);
  const locale = useLocale();
  const at = useNow();
  const [sheet, setSheet] = useState<'take' | 'dismiss'>();
  const [kind, setKind] = useState<CaseKind>(one.kind);
  const [urgency, setUrgency] = useState<(typeof urgencies)[number]>('soon');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const { elder, proposalId } = one;
  const params = { proposalId };
  const close = () => {
    setSheet(undefined);
    setFailure(undefined);
  };
  const dismiss = async () => {
    const body = { take: false as const, reason: reason.trim() };
    const answer = await command(`dismiss ${proposalId}`, answerProposal, { params, body });
    if (!answer.ok) return setFailure(answer.failure);
    close();
    toast(words.dismissed);
    await onChanged();
  };
  return (
    <Card
      title={`${elder.name}　${text.years(elder.age)} ${elder.livesAlone ? text.alone : text.notAlone}`}
      aside={<Tag tone="wheat">{said(one.from, locale)}</Tag>}
      edge="wheat"
    >
      <Body>{said(one.why, locale)}</Body>
      <Third>{[elder.villageName, momentName(one.at, at, locale)].join(' · ')}</Third>
      {one.open.map((each) => (
        <ListRow
          key={each.caseId}
          label={words.open(each.responsibleName, said(each.kindName, locale))}
          onTap={() => onOpen(each.caseId)}
        />
      ))}
      <ButtonRow>
        <Button small kind="outline" onTap={() => setSheet('dismiss')}>
          {words.dismiss}
        </Button>
        <Button small onTap={() => setSheet('take')}>
          {words.take}
        </Button>
      </ButtonRow>
      <Sheet
        open={sheet === 'dismiss'}
        title={words.dismissTitle}
        onClose={close}
        actions={
          <Button disabled={reason.trim() === ''} onTap={dismiss}>
            {words.dismiss}
          </Button>
        }
      >
        <Field
          label={words.dismissTitle}
          hint={words.dismissHint}
          kind="paragraph"
          value={reason}
          onChange={setReason}
          maxLength={200}
        />
        <RefusalNotice failure={failure} />
      </Sheet>
      <NextSheet
        key={kind}
        open={sheet === 'take'}
        title={text.openFor(elder.name)}
        kind={kind}
        action={words.take}
        usual={locale === 'zh-CN' ? '上门见面，问愿不愿意' : 'Visit and ask for consent'}
        failure={failure}
        onClose={close}
        onSend={async (next) => {
          const body = { take: true as const, kind, urgency, next };
          const answer = await command(`take ${proposalId} ${kind}`, answerProposal, { params, body });
          if (!answer.ok) return setFailure(answer.failure);
          close();
          toast(words.taken);
          await onChanged();
          if (answer.value.caseId) onOpen(answer.value.caseId);
        }}
      >
        <Section title={words.kind}>
          <Chips
            options={caseKind.options.map((value) => ({ value, text: said(templateOf(value).name, locale) }))}
            value={kind}
            onChoose={setKind}
          />
        </Section>
        <Section title={text.urgency}>
          <Chips
            options={urgencies.map((value) => ({ value, text: text[value] }))}
            value={urgency}
            onChoose={setUrgency}
          />
        </Section>
      </NextSheet>
    </Card>
  );
}
