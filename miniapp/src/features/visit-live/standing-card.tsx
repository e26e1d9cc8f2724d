import { addMinutes, type Instant, isBefore } from '@shared/kernel/instant';
import { CHECK_IN_EARLY_MINUTES } from '@shared/visits/arrive';
import type { VisitCard } from '@shared/visits/card';
import type { Proof } from '@shared/visits/proof';
import { useLocale } from '@/i18n';
import { clockTime, minutesName, momentName, spanName } from '@/platform';
import { Body, Card, Elapsed, Hero, Second, Title, useNow } from '@/ui';
import { visitLiveText } from './visit-live.text';

interface StandingCardProps {
  readonly card: VisitCard;
  /** What whoever asked wrote for the one who comes. */
  readonly note: string | undefined;
  /** The helper has left, and only this phone knows. */
  readonly leftAt: Instant | undefined;
  readonly arrivalWaits: boolean;
}

/** Where the visit stands, told to the one who makes it: what to do next, or what comes after. */
export function StandingCard({ card: { visit, elder }, note, leftAt, arrivalWaits }: StandingCardProps) {
  const locale = useLocale();
  const at = useNow();
  const t = visitLiveText[locale];
  if (visit.status === 'checked_in' && leftAt === undefined) {
    const { at: since, proof } = visit.checkIn;
    const placeWords = (shown: Proof): string => {
      if (shown.verified) return shown.kind === 'witness' ? t.witnessed(shown.name) : t.verified;
      return shown.kind === 'witness' && shown.said === undefined ? t.witnessWaits(shown.name) : t.unverified;
    };
    return (
      <Hero tone="pine" centred>
        <Second>{t.serving}</Second>
        <Elapsed since={since} />
        <Second>{`${t.arrived(clockTime(since))} · ${arrivalWaits ? t.waits : placeWords(proof)}`}</Second>
      </Hero>
    );
  }
  const words = (): string => {
    switch (visit.status) {
      case 'scheduled': {
        const opens = addMinutes(visit.startsAt, -CHECK_IN_EARLY_MINUTES);
        return isBefore(at, opens) ? t.opensAt(momentName(opens, at, locale)) : t.ready;
      }
      case 'checked_in':
        return t.leftHere(clockTime(leftAt ?? visit.checkIn.at));
      case 'missed':
        return t.missed;
      case 'cancelled':
        return t.cancelled(visit.reason);
      case 'checked_out':
        return t.left(minutesName(visit.minutesServed, locale));
      case 'confirmed':
        return t.confirmed(minutesName(visit.minutesServed, locale));
      case 'disputed':
        return t.disputed(visit.reason);
      case 'resolved':
        return t.resolved(minutesName(visit.minutesCredited, locale), visit.note);
    }
  };
  return (
    <Card>
      <Title>{spanName(visit.startsAt, visit.endsAt, at, locale)}</Title>
      <Second>{`${elder.name} · ${elder.villageName}`}</Second>
      <Body>{words()}</Body>
      {note ? <Second>{t.says(note)}</Second> : null}
    </Card>
  );
}
