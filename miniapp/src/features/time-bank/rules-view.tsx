import type { Day } from '@shared/kernel/instant';
import type { ReplyOf } from '@shared/kernel/route';
import {
  type ProposalView,
  publishRules,
  type readRules,
  withdrawRules,
} from '@shared/time-bank/rules.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { dayName } from '@/platform/time';
import {
  Body,
  Button,
  Card,
  confirmed,
  EntryRow,
  ListRow,
  Panel,
  RefusalNotice,
  Second,
  Section,
  Tag,
  Third,
  toast,
  useNow,
} from '@/ui';
import { rulesText } from './rules.text';
import { type AnyRules, ruleDay, rulesDifferences, rulesRows } from './rules-words';

type Rules = ReplyOf<typeof readRules>;

interface RulesViewProps {
  readonly county: string;
  readonly rules: Rules;
  /** From which rules a proposal begins: those of today, or a city's. */
  readonly onBegin: (from: string) => void;
  readonly onChanged: () => Promise<void>;
}

/** What holds, what waits for a second official, what is to come, and every version with its days. */
export function RulesView({ county, rules, onBegin, onChanged }: RulesViewProps) {
  const locale = useLocale();
  const t = rulesText[locale];
  const day = (on: Day) => ruleDay(on, locale);
  const { current, versions, examples, proposal } = rules;
  const byDay = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const soon = byDay.filter((each) => each.validFrom > current.validFrom && each !== current);
  return (
    <>
      <Second>{t.lead}</Second>
      {proposal?.status === 'waiting' ? (
        <Proposal county={county} proposal={proposal} current={current} onChanged={onChanged} />
      ) : null}
      {soon.map((each) => (
        <Card
          key={each.version}
          title={said(each, locale)}
          aside={<Tag tone="wheat">{t.begins(day(each.validFrom))}</Tag>}
        >
          <Third>{t.soon}</Third>
          <Differences before={current} after={each} />
        </Card>
      ))}
      <Section title={t.now}>
        <Second>{t.nowSince(said(current, locale), day(current.validFrom))}</Second>
        <Card flat>
          {rulesRows(current, locale).map((row) => (
            <ListRow key={row.name} label={row.label} value={row.value} />
          ))}
        </Card>
      </Section>
      <Section title={t.sources}>
        <Card flat>
          {current.sources.map((source) => (
            <ListRow
              key={source.zh}
              label={source.zh}
              value={
                <Tag tone={source.certain ? 'pine' : 'grey'}>{source.certain ? t.certain : t.assumed}</Tag>
              }
            />
          ))}
        </Card>
      </Section>
      <Section title={t.examples}>
        {examples.map((each) => (
          <Card key={each.rulesId} title={said(each, locale)}>
            {each.sources
              .filter((source) => source.certain)
              .map((source) => (
                <Second key={source.zh}>{source.zh}</Second>
              ))}
            <Button small kind="outline" onTap={() => onBegin(each.rulesId)}>
              {t.take}
            </Button>
          </Card>
        ))}
      </Section>
      <Section title={t.versions}>
        <Card flat>
          {byDay.map((each, index) => (
            <EntryRow
              key={each.version}
              title={`${t.version(each.version)} · ${said(each, locale)}`}
              note={t.span(day(each.validFrom), index === 0 ? undefined : until(byDay[index - 1], day))}
              {...(each.version === current.version ? { aside: <Tag tone="pine">{t.now}</Tag> } : {})}
            />
          ))}
        </Card>
      </Section>
    </>
  );
}

const until = (next: { readonly validFrom: Day } | undefined, day: (on: Day) => string) =>
  next && day(next.validFrom);

function Differences({ before, after }: { readonly before: AnyRules; readonly after: AnyRules }) {
  const locale = useLocale();
  const t = rulesText[locale];
  const changes = rulesDifferences(before, after, locale);
  if (changes.length === 0) return <Second>{t.noDifference}</Second>;
  return (
    <>
      {changes.map((each) => (
        <Panel key={each.label} tone="wheat" title={each.label}>
          {t.was(each.before, each.after)}
        </Panel>
      ))}
    </>
  );
}

interface ProposalProps {
  readonly county: string;
  readonly proposal: ProposalView;
  readonly current: AnyRules;
  readonly onChanged: () => Promise<void>;
}

function Proposal({ county, proposal, current, onChanged }: ProposalProps) {
  const locale = useLocale();
  const t = rulesText[locale];
  const now = useNow();
  const [failure, setFailure] = useState<Failure>();
  const { proposedAt, rules, mine } = proposal;
  const from = ruleDay(rules.validFrom, locale);
  const send = async () => {
    const body = { county, proposedAt };
    const route = mine ? withdrawRules : publishRules;
    const answer = await command(`${route.name} ${county} ${proposedAt}`, route, { body });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast('version' in answer.value ? t.published(answer.value.version) : t.withdrawn);
    await onChanged();
  };
  const ask = async () => {
    const sure = mine
      ? await confirmed(t.withdrawQuestion, t.withdrawYes, t.no)
      : await confirmed(t.publishQuestion(from), t.publishYes, t.no);
    if (sure) await send();
  };
  return (
    <Card
      edge="wheat"
      title={mine ? t.waitingMine : t.waiting}
      aside={<Tag tone="wheat">{t.begins(from)}</Tag>}
    >
      <Third>{t.proposed(proposal.proposedByName, dayName(proposedAt, now, locale))}</Third>
      <Body>{proposal.why}</Body>
      <Differences before={current} after={rules} />
      <RefusalNotice failure={failure} />
      {mine ? <Second>{t.secondNote}</Second> : null}
      <Button kind={mine ? 'outline' : 'pine'} onTap={ask}>
        {mine ? t.withdraw : t.publish}
      </Button>
    </Card>
  );
}
