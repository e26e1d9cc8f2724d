import { listDuties } from '@shared/visit-duty/visit-duty.contract';
import { useLocale } from '@/i18n';
import { useQuery } from '@/platform';
import { Card, ListRow } from '@/ui';
import { dutyText } from './visit-duty.text';

/** On a first page: how many homes wait to be looked in on. */
export function DutyRow({ onOpen }: { readonly onOpen: () => void }) {
  const t = dutyText[useLocale()];
  const { data } = useQuery(listDuties, {});
  const now = data?.duties.filter(({ lateDays, status }) => lateDays >= 0 || status === 'unreached').length;
  return (
    <Card flat>
      <ListRow label={t.row} {...(now === undefined ? {} : { value: t.rowValue(now) })} onTap={onOpen} />
    </Card>
  );
}

/** On a helper's first page, only when somebody was asked of them. */
export function DutyStrip({ onOpen }: { readonly onOpen: () => void }) {
  const t = dutyText[useLocale()];
  const { data } = useQuery(listDuties, {}, { keep: true });
  const count = data?.duties.length ?? 0;
  if (count === 0) return null;
  return (
    <Card flat edge="pine">
      <ListRow label={t.strip(count)} strong onTap={onOpen} />
    </Card>
  );
}
