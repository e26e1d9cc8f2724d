import type { VisitId } from '@shared/kernel/ids';
import type { Evidence } from '@shared/visits/proof';
import { listWitnesses } from '@shared/visits/witness.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { type Failure, readPosition, useQuery } from '@/platform';
import { Button, Chip, Field, RefusalNotice, Second, Sheet, Title, Wrap } from '@/ui';
import { ReasonChips } from './reason-chips';
import { visitLiveText } from './visit-live.text';

/** Evidence of being there: the position where the phone gives one, else `undefined` and a sheet asks. */
export const evidenceByPosition = async (): Promise<Evidence | undefined> => {
  const fix = await readPosition();
  return fix ? { kind: 'position', position: fix.position, accuracyMetres: fix.accuracyMetres } : undefined;
};

interface PlaceSheetProps {
  readonly visitId: VisitId;
  /** Why the last one was not taken: a wrong code is corrected here. */
  readonly failure: Failure | undefined;
  readonly onClose: () => void;
  readonly onGiven: (evidence: Evidence) => Promise<void>;
}

type Way = 'code' | 'witness' | 'reason';

/** Without a position: a code, somebody who is there as well, or a sentence why; one at a time. */
export function PlaceSheet({ visitId, failure, onClose, onGiven }: PlaceSheetProps) {
  const t = visitLiveText[useLocale()];
  const { data } = useQuery(listWitnesses, { params: { visitId } }, { keep: true });
  const witnesses = data?.witnesses ?? [];
  const triedOut = failure?.kind === 'refused' && failure.refusal.code === 'codes_tried_out';
  const [wanted, setWay] = useState<Way>('code');
  const way = triedOut && wanted === 'code' ? 'reason' : wanted;
  const [code, setCode] = useState('');
  const [homeCode, setHomeCode] = useState('');
  const [witness, setWitness] = useState<string>();
  const [reason, setReason] = useState('');
  const given = (): Evidence | undefined => {
    if (way === 'reason') return reason.trim() === '' ? undefined : { kind: 'none', reason: reason.trim() };
    if (way === 'witness') {
      const who = witnesses.find(({ personId }) => personId === witness);
      return who && { kind: 'witness', personId: who.personId };
    }
    if (code.length === 4) return { kind: 'door_code', code };
    return homeCode.length === 6 ? { kind: 'home_code', code: homeCode } : undefined;
  };
  const evidence = given();
  const ways: readonly Way[] = [
    ...(triedOut ? [] : (['code'] as const)),
    ...(witnesses.length > 0 ? (['witness'] as const) : []),
    'reason',
  ];
  return (
    <Sheet
      open
      title={t.placeTitle}
      onClose={onClose}
      actions={
        <Button kind="pine" disabled={!evidence} onTap={async () => evidence && onGiven(evidence)}>
          {way === 'witness' ? t.witnessAsk : t.save}
        </Button>
      }
    >
      <RefusalNotice failure={failure} />
      {triedOut ? null : <Second>{t.placeNote}</Second>}
      <Wrap>
        {ways.map((each) => (
          <Chip key={each} chosen={way === each} onTap={() => setWay(each)}>
            {t.ways[each]}
          </Chip>
        ))}
      </Wrap>
      {way === 'code' ? (
        <>
          <Field kind="number" label={t.code} value={code} onChange={setCode} maxLength={4} />
          <Field kind="number" label={t.homeCode} value={homeCode} onChange={setHomeCode} maxLength={6} />
        </>
      ) : null}
      {way === 'witness' ? (
        <>
          <Title>{t.witnessWho}</Title>
          <Wrap>
            {witnesses.map(({ personId, name, as }) => (
              <Chip key={personId} chosen={witness === personId} onTap={() => setWitness(personId)}>
                {t.witnessName(name, as)}
              </Chip>
            ))}
          </Wrap>
          <Second>{t.witnessNote}</Second>
        </>
      ) : null}
      {way === 'reason' ? (
        <ReasonChips usual={t.placeReasons} label={t.reason} value={reason} onChange={setReason} />
      ) : null}
    </Sheet>
  );
}
