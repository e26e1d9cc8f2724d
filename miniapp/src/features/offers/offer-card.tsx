import { reasonText } from '@shared/matching/reason';
import { acceptOffer, declineOffer, type OfferCard as Offered } from '@shared/offers/offers.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { command, distanceName, type Failure, spanName } from '@/platform';
import {
  Button,
  ButtonRow,
  Card,
  Chip,
  Countdown,
  Ends,
  Field,
  RefusalNotice,
  Second,
  Sheet,
  Tag,
  Title,
  toast,
  useNow,
  Wrap,
} from '@/ui';
import { offersText } from './offers.text';

const classTones = { life: 'persimmon', medical: 'sky', leisure: 'wheat', spirit: 'plum' } as const;

interface OfferCardProps {
  readonly card: Offered;
  readonly onAnswered: (visitId?: string) => void;
  /** Somebody was quicker, or it was too late: the invitation goes, and the page says why. */
  readonly onGone: (failure: Failure) => void;
}

/** One invitation, decided in one tap: what, when, where about, why you, and how long there is to answer. */
export function OfferCard({ card, onAnswered, onGone }: OfferCardProps) {
  const locale = useLocale();
  const t = offersText[locale];
  const at = useNow();
  const [declining, setDeclining] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { offer, service, elder } = card;
  const params = { requestId: offer.requestId, offerId: offer.offerId };
  const accept = async () => {
    const answer = await command(`accept ${offer.offerId}`, acceptOffer, { params, body: {} });
    if (!answer.ok)
      return answer.failure.kind === 'refused' ? onGone(answer.failure) : setFailure(answer.failure);
    toast(t.accepted);
    onAnswered(answer.value.visitId);
  };
  const reasons = offer.reasons.filter(({ code }) => code !== 'distance' && code !== 'been_before');
  return (
    <Card edge="persimmon">
      <Ends>
        <Tag tone={classTones[service.class]}>{`${t.classes[service.class]} · ${said(service, locale)}`}</Tag>
        <Countdown until={offer.expiresAt} onEnd={() => onAnswered()} />
      </Ends>
      <Title>{`${elder.callName}　${spanName(card.startsAt, card.endsAt, at, locale)}`}</Title>
      <Second>
        {[
          elder.villageName,
          distanceName(offer.distanceMetres, locale),
          ...(card.visitsBefore > 0 ? [t.been(card.visitsBefore)] : []),
        ].join(' · ')}
      </Second>
      {card.note ? <Second>{t.says(card.note)}</Second> : null}
      <Wrap>
        {card.urgency === 'routine' ? null : <Tag tone="alarm">{t[card.urgency]}</Tag>}
        <Tag tone="pine">
          {
            { time: t.timed(card.minutes), pool: t.timed(card.minutes), money: t.paid, free: t.free }[
              card.payBy
            ]
          }
        </Tag>
        {card.together ? <Tag tone="plum">{t.together}</Tag> : null}
        {reasons.map((reason) => (
          <Tag key={reason.code} tone="wheat">
            {reason.code === 'wished' ? t.wished : said(reasonText(reason), locale)}
          </Tag>
        ))}
      </Wrap>
      <RefusalNotice failure={failure} />
      <ButtonRow>
        <Button kind="outline" onTap={() => setDeclining(true)}>
          {t.decline}
        </Button>
        <Button onTap={accept}>{t.accept}</Button>
      </ButtonRow>
      <DeclineSheet
        params={params}
        open={declining}
        onClose={() => setDeclining(false)}
        onSent={() => onAnswered()}
      />
    </Card>
  );
}

interface DeclineSheetProps {
  readonly params: Pick<Offered['offer'], 'requestId' | 'offerId'>;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

function DeclineSheet({ params, open, onClose, onSent }: DeclineSheetProps) {
  const t = offersText[useLocale()];
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    const answer = await command(`decline ${params.offerId}`, declineOffer, { params, body: { reason } });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.declined);
    onSent();
  };
  return (
    <Sheet
      open={open}
      title={t.declineTitle}
      onClose={onClose}
      actions={<Button onTap={send}>{t.declineSend}</Button>}
    >
      <Second>{t.declineNote}</Second>
      <Wrap>
        {t.reasons.map((usual) => (
          <Chip key={usual} chosen={reason === usual} onTap={() => setReason(reason === usual ? '' : usual)}>
            {usual}
          </Chip>
        ))}
      </Wrap>
      <Field
        kind="paragraph"
        label={t.reason}
        placeholder={t.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
      <RefusalNotice failure={failure} />
    </Sheet>
  );
}
