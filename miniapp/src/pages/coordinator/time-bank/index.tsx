import { FlagList } from '@/features/time-bank/flag-list';
import { flagsText } from '@/features/time-bank/flags.text';
import { useLocale } from '@/i18n';
import { go, homeOf, useSession } from '@/platform';
import { Card, ListRow, Page } from '@/ui';

/** 时间核实: doubtful minutes, for the coordinator and the social worker, of whom two have to agree. */
export default function CoordinatorTimeBankPage() {
  const t = flagsText[useLocale()];
  const role = useSession((session) => session.role) ?? 'coordinator';
  return (
    <Page title={t.title} backTo={homeOf(role)}>
      {role === 'coordinator' ? (
        <Card flat>
          <ListRow label={t.pool} onTap={() => void go('coordinator/pool')} />
          <ListRow label={t.solvency} onTap={() => void go('official/solvency')} />
        </Card>
      ) : null}
      <FlagList />
    </Page>
  );
}
