import type { Home } from '@shared/visits/card';
import { useLocale } from '@/i18n';
import { callPhone } from '@/platform';
import { Card, ListRow } from '@/ui';
import { visitLiveText } from './visit-live.text';

/** The way to the door; shown only from acceptance until the visit closes. */
export function DoorCard({ home }: { readonly home: Home }) {
  const t = visitLiveText[useLocale()];
  const { phone } = home;
  return (
    <Card flat>
      <ListRow label={t.address} value={home.address} strong />
      {home.directions ? <ListRow label={t.directions} value={home.directions} /> : null}
      {home.doorNotes ? <ListRow label={t.door} value={home.doorNotes} /> : null}
      {phone ? <ListRow label={t.phone} value={phone} onTap={() => callPhone(phone)} /> : null}
    </Card>
  );
}
