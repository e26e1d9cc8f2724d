import { useLocale } from '@/i18n';
import { Body, Card, Panel } from '@/ui';
import { homeText } from './home.text';
import { type Cared, ElderHead } from './today-card';

interface WaitingConsentProps {
  readonly elder: Cared;
  readonly withdrawn: boolean;
  readonly onOpenElder: () => void;
}

/** Before the elder agrees there is nothing to see, and this says whom to ask. */
export function WaitingConsent({ elder, withdrawn, onOpenElder }: WaitingConsentProps) {
  const t = homeText[useLocale()];
  return (
    <Card>
      <ElderHead elder={elder} onTap={onOpenElder} />
      <Panel tone="wheat" title={withdrawn ? t.withdrawnTitle : t.consentTitle(elder.callName)}>
        {withdrawn ? t.withdrawnBody : t.consentBody}
      </Panel>
      {withdrawn ? null : <Body>{t.consentSub}</Body>}
    </Card>
  );
}
