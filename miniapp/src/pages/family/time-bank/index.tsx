import { kinName } from '@/features/elders/kin-name';
import { mayBeSeen, useMyElders } from '@/features/elders/my-elders';
import { TimeBank } from '@/features/time-bank/account-page';
import { timeBankText } from '@/features/time-bank/time-bank.text';
import { useLocale } from '@/i18n';
import { go, useSession } from '@/platform';
import { actAs } from '@/platform/session';
import { Page } from '@/ui';

/** 时间银行: what I have saved, what mum has, and the way from one to the other. */
export default function FamilyTimeBankPage() {
  const locale = useLocale();
  const { elders } = useMyElders();
  const isVolunteer = useSession(
    (session) => session.signedIn?.person.grants.some((grant) => grant.role === 'volunteer') ?? false,
  );
  const serve = () => {
    if (!isVolunteer) return void go('helper/join');
    actAs('volunteer');
    return void go('helper/opportunities');
  };
  return (
    <Page title={timeBankText[locale].title} backTo="family/home">
      <TimeBank
        elders={elders
          .filter(mayBeSeen)
          .map((elder) => ({ elderId: elder.elderId, name: kinName(elder, locale) }))}
        onServe={serve}
        onOpenRequest={(requestId) => void go('family/matching', { requestId })}
        onOpenVisit={(visitId, own) => {
          if (!own) return void go('family/visit', { visitId });
          actAs('volunteer');
          return void go('helper/visit', { visitId });
        }}
      />
    </Page>
  );
}
