import type { ServiceClass } from '@shared/catalogue/service';
import type { RequestId } from '@shared/kernel/ids';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { clockTime, minutesName } from '@/platform';
import { Card, EntryRow, IconBadge, type IconName, Section, Tag, type Tone } from '@/ui';
import { type DayOfRequests, statusTone } from './coming';
import { requestText } from './requests.text';

const looks: Readonly<Record<ServiceClass, { readonly icon: IconName; readonly tone: Tone }>> = {
  medical: { icon: 'plus', tone: 'sky' },
  life: { icon: 'pot', tone: 'persimmon' },
  leisure: { icon: 'smile', tone: 'wheat' },
  spirit: { icon: 'heart', tone: 'plum' },
};

interface ComingListProps {
  readonly days: readonly DayOfRequests[];
  readonly onOpen: (requestId: RequestId) => void;
}

export function ComingList({ days, onOpen }: ComingListProps) {
  const locale = useLocale();
  const t = requestText[locale];
  return (
    <>
      {days.map(({ day, cards }) => (
        <Section key={day} title={day}>
          {cards.map(({ request, service }) => (
            <Card key={request.requestId}>
              <EntryRow
                lead={<IconBadge {...looks[service.class]} />}
                title={said(service, locale)}
                note={`${clockTime(request.startsAt)} – ${clockTime(request.endsAt)} · ${minutesName(request.minutes, locale)}`}
                aside={<Tag tone={statusTone[request.status]}>{t.titles[request.status]}</Tag>}
                onTap={() => onOpen(request.requestId)}
              />
            </Card>
          ))}
        </Section>
      ))}
    </>
  );
}
