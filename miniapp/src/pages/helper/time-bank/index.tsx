import { TimeBank } from '@/features/time-bank/account-page';
import { timeBankText } from '@/features/time-bank/time-bank.text';
import { useLocale } from '@/i18n';
import { go, useSession } from '@/platform';
import { actAs } from '@/platform/session';
import { Card, ListRow, Page } from '@/ui';

/** 时间银行 of someone who helps: what was earned, what is being verified, and where help is wanted near here. */
export default function HelperTimeBankPage() {
  const t = timeBankText[useLocale()];
  const isFamily = useSession(
    (session) => session.signedIn?.person.grants.some((grant) => grant.role === 'family') ?? false,
  );
  const toFamily = () => {
    actAs('family');
    return void go('family/time-bank');
  };
  return (
    <Page title={t.title} backTo="helper/home">
      {isFamily ? (
        <Card flat>
          <ListRow label={t.toFamily} onTap={toFamily} />
        </Card>
      ) : null}
      <TimeBank
        elders={[]}
        onServe={() => void go('helper/opportunities')}
        onOpenRequest={() => undefined}
        onOpenVisit={(visitId) => void go('helper/visit', { visitId })}
      />
    </Page>
  );
}
