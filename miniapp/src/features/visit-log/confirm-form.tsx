import { confirmVisit } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { Body, Card, Chip, Field, RefusalNotice, Second, Stack, Stars, Title, Wrap } from '@/ui';
import type { VisitDetail } from './visit-detail';
import { visitLogText } from './visit-log.text';

/** What is being said about a visit before it is sent; the page owns the button. */
export function useConfirm(detail: VisitDetail | undefined, onSent: () => void) {
  const [rating, setRating] = useState(0);
  const [comment, setComment] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    if (!detail || rating === 0) return;
    const { visitId } = detail.visit;
    const answer = await command(`confirm ${visitId}`, confirmVisit, {
      params: { visitId },
      body: { rating, comment: comment.trim() },
    });
    if (answer.ok) onSent();
    else setFailure(answer.failure);
  };
  return { rating, setRating, comment, setComment, failure, send };
}

interface ConfirmFormProps {
  readonly detail: VisitDetail;
  readonly form: ReturnType<typeof useConfirm>;
}

export function ConfirmForm({ detail, form }: ConfirmFormProps) {
  const locale = useLocale();
  const t = visitLogText[locale];
  const { visit, service } = detail;
  const length = 'minutesServed' in visit ? visit.minutesServed : visit.minutes;
  const add = (praise: string) =>
    form.setComment(
      form.comment.includes(praise) ? form.comment : [form.comment, praise].filter(Boolean).join('，'),
    );
  return (
    <Stack>
      <Card>
        <Title>{t.confirmTitle}</Title>
        <Second>{t.confirmBody(visit.helperName, said(service, locale), minutesName(length, locale))}</Second>
        <Stars value={form.rating} onRate={form.setRating} />
        <Body>{form.rating === 0 ? t.tapStars : (t.ratings[form.rating - 1] ?? '')}</Body>
      </Card>
      <Card>
        <Wrap>
          {t.praises.map((praise) => (
            <Chip many key={praise} chosen={form.comment.includes(praise)} onTap={() => add(praise)}>
              {praise}
            </Chip>
          ))}
        </Wrap>
        <Field
          kind="paragraph"
          label={t.comment}
          placeholder={t.commentHint}
          value={form.comment}
          onChange={form.setComment}
          maxLength={500}
        />
      </Card>
      <RefusalNotice failure={form.failure} />
    </Stack>
  );
}
