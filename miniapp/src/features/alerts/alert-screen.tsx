import { readAlert, readMessages } from '@shared/alerts/alerts.contract';
import type { AlertId } from '@shared/kernel/ids';
import { useEffect } from 'react';
import { useLocale } from '@/i18n/use-text';
import { command, type PageName, usePageParams, useQuery } from '@/platform';
import { Page, QueryView } from '@/ui';
import { AlertDetail } from './alert-detail';
import { alertsText } from './alerts.text';

/** The page of an alert, the same for family, helper and coordinator but for who is near. */
export function AlertScreen({ near, backTo }: { readonly near: boolean; readonly backTo: PageName }) {
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
        {(data) => <AlertDetail alert={data} near={near} onChanged={alert.refresh} />}
      </QueryView>
    </Page>
  );
}
