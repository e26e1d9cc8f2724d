import type { VisitCard } from '@shared/visits/card';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { clockTime } from '@/platform';
import { Button, Card, Elapsed, Hero, Second, Tag, Title } from '@/ui';
import { helperDayText } from './helper-day.text';

interface AtHandCardProps {
  readonly card: VisitCard;
  readonly onOpen: () => void;
}

/** What a helper does next, before anything else on the page. */
export function AtHandCard({ card, onOpen }: AtHandCardProps) {
  const locale = useLocale();
  const t = helperDayText[locale];
  const { visit, elder, service, home } = card;
  const what = `${elder.callName} · ${said(service, locale)}`;
  if (visit.status === 'checked_in')
    return (
      <Hero tone="pine" centred>
        <Second>{t.serving(what)}</Second>
        <Elapsed since={visit.checkIn.at} />
        <Button kind="outline" onTap={onOpen}>
          {t.goOn}
        </Button>
      </Hero>
    );
  return (
    <Card edge="pine" title={`${clockTime(visit.startsAt)} ${what}`} aside={<Tag tone="pine">{t.next}</Tag>}>
      {home ? <Title>{home.address}</Title> : null}
      {home ? <Second>{[home.directions, home.doorNotes].filter(Boolean).join(' · ')}</Second> : null}
      <Button kind="pine" onTap={onOpen}>
        {t.setOff}
      </Button>
    </Card>
  );
}
