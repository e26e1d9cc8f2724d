import type { AlertCard } from '@shared/alerts/alerts.contract';
import { listAlerts } from '@shared/alerts/alerts.contract';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { clockTime } from '@/platform/time';
import { useQuery } from '@/platform/use-query';
import { Body, Card, Second, Tag } from '@/ui';
import { alertsText } from './alerts.text';

/** On top of every home page while something is open: what, since when, and how it stands. Nothing otherwise. */
export function AlertStrip({ onOpen }: { readonly onOpen: (alertId: AlertCard['alertId']) => void }) {
  const locale = useLocale();
  const t = alertsText[locale];
  const { data } = useQuery(listAlerts, {});
  return data?.alerts.map((alert) => (
    <Card
      key={alert.alertId}
      edge="alarm"
      title={said(alert.matter, locale)}
      aside={<Tag tone="alarm">{clockTime(alert.raisedAt)}</Tag>}
      label={said(alert.matter, locale)}
      onTap={() => onOpen(alert.alertId)}
    >
      <Body>{said(alert.sentence, locale)}</Body>
      <Second>{`${t.look} ›`}</Second>
    </Card>
  ));
}
