import { grantToPool, listPools, readPool, type VillagePool } from '@shared/time-bank/pool.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { dayName } from '@/platform/time';
import { useQuery } from '@/platform/use-query';
import {
  Button,
  Card,
  EmptyState,
  EntryRow,
  Field,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  Sheet,
  Tag,
  Third,
  toast,
  useNow,
} from '@/ui';
import { minutesTyped } from './hours';
import { poolsText } from './pools.text';

const SHOWN = 40;

/** 村时间池: the emptiest first; who may grant taps a village. */
export function PoolList({ mayGrant }: { readonly mayGrant: boolean }) {
  const locale = useLocale();
  const t = poolsText[locale];
  const query = useQuery(listPools, {});
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<VillagePool>();
  return (
    <QueryView query={query}>
      {({ pools }) =>
        pools.length === 0 ? (
          <EmptyState icon="leaf" title={t.none} note={t.noneNote} />
        ) : (
          <>
            <Second>{t.poolsLead}</Second>
            <Card flat>
              {(all ? pools : pools.slice(0, SHOWN)).map((pool) => (
                <PoolRow key={pool.villageCode} pool={pool} onTap={() => setOpen(pool)} />
              ))}
            </Card>
            {!all && pools.length > SHOWN ? (
              <Button kind="quiet" onTap={() => setAll(true)}>
                {t.more(pools.length - SHOWN)}
              </Button>
            ) : null}
            {open ? (
              <PoolSheet
                pool={open}
                mayGrant={mayGrant}
                onClose={() => setOpen(undefined)}
                onGranted={() => {
                  setOpen(undefined);
                  void query.refresh();
                }}
              />
            ) : null}
          </>
        )
      }
    </QueryView>
  );
}

function PoolRow({ pool, onTap }: { readonly pool: VillagePool; readonly onTap: () => void }) {
  const locale = useLocale();
  const t = poolsText[locale];
  const { availableMinutes, heldMinutes, townshipName } = pool;
  const length = (minutes: number) => minutesName(minutes, locale);
  return (
    <EntryRow
      title={pool.villageName}
      note={[townshipName, heldMinutes > 0 ? t.set(length(heldMinutes)) : undefined]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <Tag tone={availableMinutes > 0 ? 'pine' : 'wheat'}>
          {availableMinutes > 0 ? t.holds(length(availableMinutes)) : t.empty}
        </Tag>
      }
      onTap={onTap}
    />
  );
}

interface PoolSheetProps {
  readonly pool: VillagePool;
  readonly mayGrant: boolean;
  readonly onClose: () => void;
  readonly onGranted: () => void;
}

function PoolSheet({ pool, mayGrant, onClose, onGranted }: PoolSheetProps) {
  const locale = useLocale();
  const t = poolsText[locale];
  const now = useNow();
  const [hours, setHours] = useState('10');
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const { villageCode, villageName } = pool;
  const detail = useQuery(readPool, { params: { villageCode } });
  const minutes = minutesTyped(hours);
  const grant = async () => {
    if (minutes === undefined) return;
    const answer = await command(`grant ${villageCode} ${minutes} ${why}`, grantToPool, {
      body: { villageCode, minutes, why: why.trim() },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.granted);
    onGranted();
  };
  return (
    <Sheet
      open
      title={mayGrant ? t.grant(villageName) : villageName}
      onClose={onClose}
      {...(mayGrant
        ? {
            actions: (
              <Button kind="pine" disabled={minutes === undefined || why.trim() === ''} onTap={grant}>
                {t.send(minutesName(minutes ?? 0, locale), villageName)}
              </Button>
            ),
          }
        : {})}
    >
      {mayGrant ? (
        <>
          <Second>{t.grantNote}</Second>
          <RefusalNotice failure={failure} />
          <Field
            kind="decimal"
            label={t.hours}
            unit={t.hoursUnit}
            value={hours}
            onChange={setHours}
            maxLength={6}
            {...(minutes === undefined ? { error: t.hoursWrong } : {})}
          />
          <Field label={t.why} placeholder={t.whyHint} value={why} onChange={setWhy} maxLength={200} />
        </>
      ) : null}
      <Section title={t.lately}>
        <QueryView query={detail} skeletonCards={1}>
          {({ lines }) =>
            lines.length === 0 ? (
              <Third>{t.latelyNone}</Third>
            ) : (
              <Card flat>
                {lines.map((each) => (
                  <EntryRow
                    key={`${each.at} ${each.kind} ${each.minutes}`}
                    title={`${t.kinds[each.kind]} ${minutesName(each.minutes, locale)}`}
                    note={[dayName(each.at, now, locale), each.byName && t.by(each.byName), each.why]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                ))}
              </Card>
            )
          }
        </QueryView>
      </Section>
    </Sheet>
  );
}
