import { type AlertView, readAlert, readMessages } from '@shared/alerts/alerts.contract';
import type { AlertId } from '@shared/kernel/ids';
import { type ReactNode, useEffect } from 'react';
import { useLocale } from '@/i18n/use-text';
import { command, type PageName, usePageParams, useQuery } from '@/platform';
import { Page, QueryView } from '@/ui';
import { AlertDetail } from './alert-detail';
import { alertsText } from './alerts.text';

interface AlertScreenProps {
  readonly near: boolean;
  readonly backTo: PageName;
  /** What a role may do beside answering it. */
  readonly below?: (alert: AlertView) => ReactNode;
}

/** The page of an alert, the same for family, helper and coordinator but for who is near. */
export function AlertScreen({ near, backTo, below }: AlertScreenProps) {
  const alertId = usePageParams().alertId as AlertId;
  const t = alertsText[useLocale()];
  const alert = useQuery(readAlert, { params: { alertId } });
  const shown = alert.data !== undefined;
  useEffect(() => {
    // Whether the inbox counts it as read is worth no word when it does not work.
    if (shown) void command(`read ${alertId}`, readMessages, { body: { alertId } });
  }, [alertId, shown]);
  return (
    <Page title={t.title} backTo={backTo} onRefresh={alert.refresh}>
      <QueryView query={alert}>
        {(data) => (
          <>
            <AlertDetail alert={data} near={near} onChanged={alert.refresh} />
            {below?.(data)}
          </>
        )}
      </QueryView>
    </Page>
  );
}
