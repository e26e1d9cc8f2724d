import type { AlertView } from '@shared/alerts/alerts.contract';
import { said, useLocale } from '@/i18n';
import { ReferButton } from './refer-button';

/** Under an alert that is settled: whether the county's social worker should look, with what the alert said. */
export function ReferAfterAlert({ alert }: { readonly alert: AlertView }) {
  const locale = useLocale();
  const { alertId, elderId, callName, matter, status } = alert;
  if (status !== 'handled') return null;
  return (
    <ReferButton elderId={elderId} callName={callName} alert={{ alertId, words: said(matter, locale) }} />
  );
}
