import type { PlanView, ShownUnmet } from '@shared/planning/planning.contract';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { clockTime } from '@/platform';
import { Avatar, Button, Card, EntryRow, Second, Section, Tag } from '@/ui';
import { planText } from './plan.text';

interface UnmetListProps {
  readonly plan: PlanView;
  readonly onOpen: (requestId: string) => void;
  readonly onUrgent?: ((unmet: ShownUnmet) => void) | undefined;
}

/** 没排上: each by name with the reason, and what was planned and could not be arranged. */
export function UnmetList({ plan, onOpen, onUrgent }: UnmetListProps) {
  const locale = useLocale();
  const t = planText[locale];
  return (
    <>
      {plan.unmet.length > 0 ? (
        <Section title={t.unmet(plan.unmet.length)}>
          <Second>{t.unmetNote}</Second>
          {plan.unmet.map((each) => (
            <Card key={each.requestId} edge="wheat">
              <EntryRow
                lead={<Avatar name={each.elder.name} tone="wheat" />}
                title={`${each.elder.callName} · ${said(each.service, locale)}`}
                note={`${clockTime(each.startsAt)} · ${each.elder.villageName}`}
                onTap={() => onOpen(each.requestId)}
              />
              <Tag tone="wheat">{t.why[each.why]}</Tag>
              {onUrgent ? (
                <Button small kind="outline" onTap={() => onUrgent(each)}>
                  {t.urgentNow}
                </Button>
              ) : null}
            </Card>
          ))}
        </Section>
      ) : null}
      {plan.notArranged.length > 0 ? (
        <Section title={t.notArranged}>
          {plan.notArranged.map(({ requestId, elderName, helperName, sentence }) => (
            <Card key={requestId} edge="alarm">
              <EntryRow title={t.notArrangedLine(elderName, helperName)} onTap={() => onOpen(requestId)} />
              <Second>{said(sentence, locale)}</Second>
            </Card>
          ))}
        </Section>
      ) : null}
    </>
  );
}
