import type { ElderId } from '@shared/kernel/ids';
import { askForPool, type PoolStanding, readPoolStanding } from '@shared/time-bank/pool.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { dayName } from '@/platform/time';
import { useQuery } from '@/platform/use-query';
import {
  Button,
  Card,
  Chips,
  Field,
  QueryView,
  RefusalNotice,
  Second,
  Sheet,
  Tag,
  Third,
  toast,
  useNow,
} from '@/ui';
import { HardshipSheet } from './hardship-sheet';
import { poolsText } from './pools.text';

type Level = 'special_hardship' | 'low_income' | 'none';
const levels = ['special_hardship', 'low_income', 'none'] as const;

interface PoolStandingCardProps {
  readonly elderId: ElderId;
  readonly elderName: string;
  /** A family may ask the village to look; a coordinator records what was seen. */
  readonly as: 'family' | 'coordinator';
}

/** 村时间池, for one elder: where they stand in the order and why, and what may still be used this month. */
export function PoolStandingCard({ elderId, elderName, as }: PoolStandingCardProps) {
  const t = poolsText[useLocale()];
  const query = useQuery(readPoolStanding, { params: { elderId } });
  const [open, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    void query.refresh();
  };
  return (
    <QueryView query={query} skeletonCards={1}>
      {(standing) => (
        <>
          <Card title={t.standing} aside={<Tag tone="pine">{t.tier[standing.tier]}</Tag>}>
            <StandingWords standing={standing} />
            {as === 'coordinator' ? (
              <Button small kind="outline" onTap={() => setOpen(true)}>
                {t.hardship}
              </Button>
            ) : standing.asked?.answered === false ? null : (
              <Button small kind="outline" onTap={() => setOpen(true)}>
                {t.ask}
              </Button>
            )}
          </Card>
          {open && as === 'family' ? (
            <AskSheet elderId={elderId} onClose={() => setOpen(false)} onAsked={done} />
          ) : null}
          {open && as === 'coordinator' ? (
            <HardshipSheet
              elderId={elderId}
              elderName={elderName}
              level={standing.means?.level ?? 'none'}
              onClose={() => setOpen(false)}
              onRecorded={done}
            />
          ) : null}
        </>
      )}
    </QueryView>
  );
}

function StandingWords({ standing: s }: { readonly standing: PoolStanding }) {
  const locale = useLocale();
  const t = poolsText[locale];
  const now = useNow();
  const length = (minutes: number) => minutesName(minutes, locale);
  const reasons = s.reasons.map((each) => said(each, locale)).join(locale === 'zh-CN' ? '、' : ', ');
  return (
    <>
      <Second>{reasons || t.why_none}</Second>
      <Second>{s.leftMinutes > 0 ? t.left(length(s.leftMinutes)) : t.leftNone}</Second>
      <Third>
        {[
          t.month(length(s.monthMinutes), length(s.usedMinutes)),
          t.there(length(s.poolMinutes)),
          s.reserveMinutes > 0 ? t.reserve(length(s.reserveMinutes)) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Third>
      {s.means ? <Third>{t.answered(t.levelsStaff[s.means.level], s.means.why)}</Third> : null}
      {s.asked && !s.asked.answered ? <Second>{t.asked(dayName(s.asked.at, now, locale))}</Second> : null}
    </>
  );
}

interface AskSheetProps {
  readonly elderId: ElderId;
  readonly onClose: () => void;
  readonly onAsked: () => void;
}

function AskSheet({ elderId, onClose, onAsked }: AskSheetProps) {
  const t = poolsText[useLocale()];
  const [level, setLevel] = useState<Level>();
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const ask = async () => {
    if (level === undefined) return;
    const answer = await command(`ask pool ${elderId} ${level} ${why}`, askForPool, {
      params: { elderId },
      body: { level, why: why.trim() },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.askedToast);
    onAsked();
  };
  return (
    <Sheet
      open
      title={t.askTitle}
      onClose={onClose}
      actions={
        <Button kind="pine" disabled={level === undefined || why.trim() === ''} onTap={ask}>
          {t.askSend}
        </Button>
      }
    >
      <Second>{t.askNote}</Second>
      <RefusalNotice failure={failure} />
      <Third>{t.level}</Third>
      <Chips
        options={levels.map((value) => ({ value, text: t.levels[value] }))}
        value={level}
        onChoose={setLevel}
      />
      <Field label={t.askWhy} placeholder={t.askHint} value={why} onChange={setWhy} maxLength={200} />
    </Sheet>
  );
}
