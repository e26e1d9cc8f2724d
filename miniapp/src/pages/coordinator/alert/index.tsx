import { AlertScreen } from '@/features/alerts/alert-screen';
import { ReferButton } from '@/features/referral/refer-button';
import { said, useLocale } from '@/i18n';

/** 求助: what happened, how it stands, and what I can do. */
export default function CoordinatorAlertPage() {
  const locale = useLocale();
  return (
    <AlertScreen
      near={true}
      backTo="coordinator/home"
      below={({ alertId, elderId, callName, matter, status }) =>
        status === 'handled' ? (
          <ReferButton
            elderId={elderId}
            callName={callName}
            alert={{ alertId, words: said(matter, locale) }}
          />
        ) : null
      }
    />
  );
}
