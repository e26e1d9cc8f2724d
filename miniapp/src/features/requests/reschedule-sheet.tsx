import type { Service } from '@shared/catalogue/service';
import { beijing, beijingInstant } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { ServiceRequest } from '@shared/service-requests/request';
import { rescheduleRequest } from '@shared/service-requests/requests.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure, now } from '@/platform';
import { sendAskingAtNight } from '@/ui';
import { requestText } from './requests.text';
import { WhenSheet } from './when-sheet';

interface RescheduleSheetProps {
  readonly request: ServiceRequest;
  readonly service: Service | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Another day or hour; a late one asks first. Closing it without saving changes nothing. */
export function RescheduleSheet({ request, service, open, onClose, onDone }: RescheduleSheetProps) {
  const t = requestText[useLocale()];
  const begun = beijing(request.startsAt);
  const [time, setTime] = useState({
    day: begun.day,
    minuteOfDay: begun.minuteOfDay,
    minutes: Number(request.minutes),
  });
  const [failure, setFailure] = useState<Failure>();
  const send = async (): Promise<void> => {
    const { requestId } = request;
    const answer = await sendAskingAtNight(time.minuteOfDay, (confirmedNight) =>
      command(`reschedule ${requestId}`, rescheduleRequest, {
        params: { requestId },
        body: {
          startsAt: beijingInstant(time.day, time.minuteOfDay),
          minutes: time.minutes as Minutes,
          reason: t.rescheduleReason,
          ...(confirmedNight ? { confirmedNight } : {}),
        },
      }),
    );
    if (answer === undefined) return;
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  };
  return (
    <WhenSheet
      open={open}
      title={t.rescheduleTitle}
      draft={time}
      service={service}
      now={now()}
      onChange={(change) => setTime({ ...time, ...change })}
      onClose={onClose}
      save={{ text: t.save, note: t.rescheduleBody, run: send, failure }}
    />
  );
}
