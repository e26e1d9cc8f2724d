import { listServices } from '@shared/catalogue/catalogue.contract';
import type { Service } from '@shared/catalogue/service';
import { listElders } from '@shared/people/people.contract';
import { makeRequest } from '@shared/service-requests/requests.contract';
import { readToday } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { ElderButton } from '@/features/elder-mode/elder-button';
import { elderModeText } from '@/features/elder-mode/elder-mode.text';
import { soonest } from '@/features/elder-mode/soonest';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { callPhone, command, dateName, type Failure, greeting, now, useQuery } from '@/platform';
import {
  Body,
  Button,
  Card,
  confirmed,
  Greeting,
  Page,
  QueryView,
  RefusalNotice,
  Sheet,
  toast,
  useNow,
} from '@/ui';

/** What an elder asks for with one more tap. */
const FEW = ['meal', 'firewood', 'measuring', 'medicine'];

/** The elder's own page: one sentence of who comes, and three buttons. */
export default function ElderHomePage() {
  const locale = useLocale();
  const t = elderModeText[locale];
  const at = useNow();
  const elders = useQuery(listElders, { query: {} });
  const me = elders.data?.elders[0];
  const today = useQuery(readToday, me ? { params: { elderId: me.elderId } } : undefined);
  const services = useQuery(listServices, {});
  const [choosing, setChoosing] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const serviceOf = (code: string) => services.data?.services.find((each) => each.code === code);
  const ask = async (service: Service | undefined) => {
    if (!me || !service) return;
    const answer = await command(`elder asks ${service.code}`, makeRequest, {
      body: {
        elderId: me.elderId,
        serviceCode: service.code,
        startsAt: soonest(now()),
        minutes: service.usualMinutes,
        urgency: 'soon',
        wishes: {},
        payBy: 'time',
        note: '',
      },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    setChoosing(false);
    if (answer.ok) toast(t.asked);
    await today.refresh();
  };
  const sos = async () => {
    if (await confirmed(t.sosAsk, t.yes, t.no)) await callPhone('120');
  };
  const coming = today.data?.current ?? today.data?.next;
  return (
    <Page noBack onRefresh={today.refresh}>
      <Greeting>{t.hello(me?.callName ?? '', greeting(at, locale))}</Greeting>
      <Body>{dateName(at, locale)}</Body>
      <QueryView query={elders}>
        {() => (
          <Card>
            <Body>{coming ? said(coming.sentence, locale) : t.nobody}</Body>
          </Card>
        )}
      </QueryView>
      <RefusalNotice failure={failure} />
      <ElderButton kind="company" onTap={() => void ask(serviceOf('company'))}>
        {t.company}
      </ElderButton>
      <ElderButton kind="help" onTap={() => setChoosing(true)}>
        {t.help}
      </ElderButton>
      <ElderButton kind="sos" onTap={() => void sos()}>
        {t.sos}
      </ElderButton>
      <Sheet open={choosing} title={t.what} onClose={() => setChoosing(false)}>
        {FEW.map(serviceOf).map((service) =>
          service ? (
            <Button key={service.code} kind="outline" onTap={() => ask(service)}>
              {said(service, locale)}
            </Button>
          ) : null,
        )}
      </Sheet>
    </Page>
  );
}
