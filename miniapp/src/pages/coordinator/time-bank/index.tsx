import { FlagList } from '@/features/time-bank/flag-list';
import { flagsText } from '@/features/time-bank/flags.text';
import { useLocale } from '@/i18n';
import { go } from '@/platform';
import { Card, ListRow, Page } from '@/ui';

/** 时间核实: doubtful minutes, and the way to what the time bank owes. */
export default function CoordinatorTimeBankPage() {
  const t = flagsText[useLocale()];
  return (
    <Page title={t.title} backTo="coordinator/home">
      <Card flat>
        <ListRow label={t.solvency} onTap={() => void go('official/solvency')} />
      </Card>
      <FlagList />
    </Page>
  );
}
