import { type RepresentativeRank, representativeRank } from '@shared/cases/consent';
import { addDays, beijing } from '@shared/kernel/instant';
import { useState } from 'react';
import { useText } from '@/i18n';
import { now } from '@/platform';
import { Button, Chips, Field, RefusalNotice, Second, Sheet } from '@/ui';
import { casesText } from './cases.text';
import type { useChange } from './use-change';

interface ConsentSheetProps {
  readonly open: boolean;
  readonly to: 'service' | 'plan';
  readonly elderName: string;
  readonly change: ReturnType<typeof useChange>;
  readonly onClose: () => void;
}

const HALF_A_YEAR_DAYS = 183;

/** The elder's own yes; or somebody's who may speak for them, with everybody earlier in the order accounted for. */
export function ConsentSheet({ open, to, elderName, change, onClose }: ConsentSheetProps) {
  const text = useText(casesText);
  const [by, setBy] = useState<'elder' | 'representative'>('elder');
  const [rank, setRank] = useState<RepresentativeRank>('parent_or_child');
  const [words, setWords] = useState<Readonly<Record<string, string>>>({ how: text.consentHowUsual });
  const say = (name: string) => (value: string) => setWords({ ...words, [name]: value });
  const word = (name: string) => (words[name] ?? '').trim();
  const earlier = representativeRank.options.slice(0, representativeRank.options.indexOf(rank));
  const needed = by === 'elder' ? ['how'] : ['how', 'name', 'relation', 'basis', 'assent', ...earlier];
  const record = async () => {
    const failed = await change.change({
      act: 'consent',
      to,
      consent:
        by === 'elder'
          ? { by, name: elderName, how: word('how') }
          : {
              by,
              name: word('name'),
              rank,
              relation: word('relation'),
              how: word('how'),
              basis: word('basis'),
              elderAssent: word('assent'),
              passedOver: earlier.map((each) => ({ rank: each, why: word(each) })),
              until: beijing(addDays(now(), HALF_A_YEAR_DAYS)).day,
              ...(rank === 'approved_other' ? { approvedBy: word('approvedBy') } : {}),
            },
    });
    if (!failed) onClose();
  };
  return (
    <Sheet
      open={open}
      title={text.consent}
      onClose={onClose}
      actions={
        <Button kind="pine" disabled={needed.some((name) => word(name) === '')} onTap={record}>
          {text.record}
        </Button>
      }
    >
      <Second>{text.consentAsk}</Second>
      <Chips
        options={[
          { value: 'elder', text: text.consentElder },
          { value: 'representative', text: text.consentOther },
        ]}
        value={by}
        onChoose={setBy}
      />
      <Field label={text.consentHow} value={words.how ?? ''} onChange={say('how')} maxLength={200} />
      {by === 'representative' ? (
        <>
          <Chips
            options={representativeRank.options.map((value) => ({ value, text: text[`rank_${value}`] }))}
            value={rank}
            onChoose={setRank}
          />
          <Field label={text.mapName} value={words.name ?? ''} onChange={say('name')} maxLength={20} />
          <Field
            label={text.relation}
            value={words.relation ?? ''}
            onChange={say('relation')}
            maxLength={20}
          />
          <Field label={text.basis} value={words.basis ?? ''} onChange={say('basis')} maxLength={200} />
          <Field label={text.assent} value={words.assent ?? ''} onChange={say('assent')} maxLength={200} />
          {earlier.map((each) => (
            <Field
              key={each}
              label={text.passedOver(text[`rank_${each}`])}
              value={words[each] ?? ''}
              onChange={say(each)}
              maxLength={100}
            />
          ))}
          {rank === 'approved_other' ? (
            <Field
              label={text.approvedBy}
              value={words.approvedBy ?? ''}
              onChange={say('approvedBy')}
              maxLength={40}
            />
          ) : null}
        </>
      ) : null}
      <RefusalNotice failure={change.failure} />
    </Sheet>
  );
}
