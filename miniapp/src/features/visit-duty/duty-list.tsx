import type { listDuties, DutyCard as One } from '@shared/visit-duty/visit-duty.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import type { useQuery } from '@/platform';
import { Button, Chips, EmptyState, QueryView, Second } from '@/ui';
import { DutyCard } from './duty-card';
import { dutyText } from './visit-duty.text';

const scopes = ['now', 'soon'] as const;
type Scope = (typeof scopes)[number];
/** A screen or three; a county's list of hundreds at once would stop a cheap phone for seconds. */
const STEP = 10;
const isNow = ({ lateDays, status }: One): boolean => lateDays >= 0 || status === 'unreached';

interface DutyListProps {
  readonly query: ReturnType<typeof useQuery<typeof listDuties>>;
  readonly guards: boolean;
  readonly onOpen?: (elderId: One['elderId']) => void;
}

/** 该看望的: who is late or due today first; who comes in a few days behind a chip. */
export function DutyList({ query, guards, onOpen }: DutyListProps) {
  const t = dutyText[useLocale()];
  const [scope, setScope] = useState<Scope>('now');
  const [many, setMany] = useState(STEP);
  const choose = (wanted: Scope) => {
    setScope(wanted);
    setMany(STEP);
  };
  return (
    <QueryView query={query}>
      {({ duties, more }) => {
        const now = duties.filter(isNow);
        const shown = guards ? (scope === 'now' ? now : duties.filter((each) => !isNow(each))) : duties;
        return (
          <>
            {guards ? (
              <Chips
                options={scopes.map((value) => ({
                  value,
                  text: `${t.scopes[value]} ${value === 'now' ? now.length : duties.length - now.length}`,
                }))}
                value={scope}
                onChoose={choose}
              />
            ) : null}
            {shown.length === 0 ? (
              <EmptyState icon="heart" title={t.allDone} note={t.allDoneNote} />
            ) : (
              shown
                .slice(0, many)
                .map((one) => (
                  <DutyCard
                    key={one.elderId}
                    one={one}
                    guards={guards}
                    onChanged={query.refresh}
                    {...(onOpen ? { onOpen: () => onOpen(one.elderId) } : {})}
                  />
                ))
            )}
            {shown.length > many ? (
              <Button kind="outline" onTap={() => setMany(many + STEP)}>
                {t.showMore(shown.length - many)}
              </Button>
            ) : more > 0 ? (
              <Second>{t.more(more)}</Second>
            ) : null}
          </>
        );
      }}
    </QueryView>
  );
}
