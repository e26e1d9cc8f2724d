import type { HelperId } from '@shared/kernel/ids';
import { handDuty, listDutyHelpers } from '@shared/visit-duty/visit-duty.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, distanceName, type Failure, useQuery } from '@/platform';
import { Avatar, Card, EntryRow, QueryView, RefusalNotice, Second, Sheet, toast } from '@/ui';
import type { DutyElder } from './duty-elder';
import { dutyText } from './visit-duty.text';

interface HandSheetProps {
  readonly elder: DutyElder;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** 请人去看: the nearest of the village first. */
export function HandSheet({ elder, onClose, onSaved }: HandSheetProps) {
  const locale = useLocale();
  const t = dutyText[locale];
  const query = useQuery(listDutyHelpers, { params: { elderId: elder.elderId } });
  const [failure, setFailure] = useState<Failure>();
  const ask = async (helperId: HelperId, name: string) => {
    const answer = await command(`hand ${elder.elderId} ${helperId}`, handDuty, {
      params: { elderId: elder.elderId },
      body: { helperId },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(t.askedDone(name));
    onSaved();
  };
  return (
    <Sheet open title={t.askTitle} onClose={onClose}>
      <RefusalNotice failure={failure} />
      <Second>{t.askNote}</Second>
      <QueryView query={query} skeletonCards={1}>
        {({ helpers }) =>
          helpers.length === 0 ? (
            <Second>{t.askNobody}</Second>
          ) : (
            <Card flat>
              {helpers.map(({ helperId, name, villageName, distanceMetres }) => (
                <EntryRow
                  key={helperId}
                  lead={<Avatar name={name} tone="pine" />}
                  title={name}
                  note={`${villageName} · ${distanceName(distanceMetres, locale)}`}
                  onTap={() => void ask(helperId, name)}
                />
              ))}
            </Card>
          )
        }
      </QueryView>
    </Sheet>
  );
}
