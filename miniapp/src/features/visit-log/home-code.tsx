import { readHomeCode } from '@shared/visits/visits.contract';
import { useEffect } from 'react';
import { useLocale } from '@/i18n/use-text';
import { now, useQuery } from '@/platform';
import { Card, Second, StatNumber } from '@/ui';
import { visitLogText } from './visit-log.text';

/** 到场码: what the household reads out to whoever has come; the next one comes by itself. */
export function HomeCode({ elderId }: { readonly elderId: string }) {
  const t = visitLogText[useLocale()];
  const { data, refresh } = useQuery(readHomeCode, { params: { elderId } }, { when: () => false });
  const until = data?.until;
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(() => void refresh(), Math.max(1_000, Date.parse(until) - Date.parse(now())));
    return () => clearTimeout(timer);
  }, [until, refresh]);
  if (data === undefined) return null;
  return (
    <Card>
      <StatNumber label={t.homeCodeTitle} value={`${data.code.slice(0, 3)} ${data.code.slice(3)}`} />
      <Second>{t.homeCodeNote}</Second>
    </Card>
  );
}
