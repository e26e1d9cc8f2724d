import type { ReplyOf } from '@shared/kernel/route';
import type { readVisit } from '@shared/visits/visits.contract';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { Body, Button, Card, Ends, Second, Section, Tag } from '@/ui';
import { exceptionsText } from './exceptions.text';

export type ShownException = ReplyOf<typeof readVisit>['exceptions'][number];

interface ExceptionListProps {
  readonly exceptions: readonly ShownException[];
  /** Only for whoever may settle them. */
  readonly onSettle?: ((exception: ShownException) => void) | undefined;
}

/** What was out of the ordinary, of which kind, and what became of it. */
export function ExceptionList({ exceptions, onSettle }: ExceptionListProps) {
  const locale = useLocale();
  const t = exceptionsText[locale];
  if (exceptions.length === 0) return null;
  return (
    <Section title={t.title}>
      {exceptions.map((each) => {
        const { code, at, kind, settled } = each;
        const fix = kind === 'must_fix';
        return (
          <Card key={`${code} ${at}`} edge={settled ? 'pine' : fix ? 'alarm' : 'wheat'}>
            <Ends>
              <Body>{said(each.sentence, locale)}</Body>
              <Tag tone={settled ? 'pine' : fix ? 'alarm' : 'wheat'}>
                {settled ? t.settled : fix ? t.mustFix : t.acknowledge}
              </Tag>
            </Ends>
            {settled ? <Second>{said(settled, locale)}</Second> : null}
            {!settled && onSettle ? (
              <Button small kind="outline" onTap={() => onSettle(each)}>
                {t.settle}
              </Button>
            ) : null}
          </Card>
        );
      })}
    </Section>
  );
}
