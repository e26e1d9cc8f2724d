import { consentToKinship, listKinships } from '@shared/people/people.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure, useQuery } from '@/platform';
import { Button, Card, RefusalNotice, Second, Section, toast } from '@/ui';
import { queueText } from './queue.text';

/** Kin who wait for an elder's yes: the coordinator witnesses it, and both names are kept. */
export function ConsentList() {
  const t = queueText[useLocale()];
  const query = useQuery(listKinships, { query: {} });
  const [failure, setFailure] = useState<Failure>();
  const waiting = (query.data?.kinships ?? []).filter(({ status }) => status === 'proposed');
  if (waiting.length === 0) return null;
  return (
    <Section title={t.consents}>
      <RefusalNotice failure={failure} />
      {waiting.map(({ elderId, personId, personName, elderName, relation }) => (
        <Card key={`${elderId} ${personId}`} title={elderName}>
          <Second>{t.consentNote(personName, t.relations[relation])}</Second>
          <Button
            small
            kind="pine"
            onTap={async () => {
              const answer = await command(`consent ${elderId} ${personId}`, consentToKinship, {
                params: { elderId, personId },
                body: { witness: 'coordinator', how: t.consentHow },
              });
              setFailure(answer.ok ? undefined : answer.failure);
              if (!answer.ok) return;
              toast(t.consented);
              await query.refresh();
            }}
          >
            {t.witness}
          </Button>
        </Card>
      ))}
    </Section>
  );
}
