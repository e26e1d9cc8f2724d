import { AlertScreen } from '@/features/alerts/alert-screen';
import { ReferAfterAlert } from '@/features/referral/refer-after-alert';

/** 求助: what happened, how it stands, and what I can do. */
export default function CoordinatorAlertPage() {
  return <AlertScreen near backTo="coordinator/home" below={(alert) => <ReferAfterAlert alert={alert} />} />;
}
