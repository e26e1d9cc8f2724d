import type { Home } from '@shared/visits/card';
import { useLocale } from '@/i18n';
import { callPhone, canShowMap, showMap } from '@/platform';
import { Button, ButtonRow, Card, ListRow, Second, Title } from '@/ui';
import { visitLiveText } from './visit-live.text';

interface DoorCardProps {
  readonly home: Home;
  readonly callName: string;
}

/** The way to the door; shown only from acceptance until the visit closes. */
export function DoorCard({ home, callName }: DoorCardProps) {
  const t = visitLiveText[useLocale()];
  const { phone, address, directions, doorNotes, position } = home;
  return (
    <Card>
      <Title>{address}</Title>
      {directions ? <Second>{directions}</Second> : null}
      {doorNotes ? <ListRow label={t.door} value={doorNotes} strong /> : null}
      {phone || canShowMap ? (
        <ButtonRow>
          {canShowMap ? (
            <Button small kind="outline" icon="route" onTap={() => showMap(position, callName, address)}>
              {t.map}
            </Button>
          ) : null}
          {phone ? (
            <Button small kind="outline" icon="phone" onTap={() => callPhone(phone)}>
              {t.call(phone)}
            </Button>
          ) : null}
        </ButtonRow>
      ) : null}
    </Card>
  );
}
