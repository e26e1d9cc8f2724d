import type { Service } from '@shared/catalogue/service';
import type { Instant } from '@shared/kernel/instant';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { Body, Button, Sheet, useNow } from '@/ui';
import { elderModeText } from './elder-mode.text';
import { spokenMoment } from './who-comes';

interface SureSheetProps {
  readonly service: Service;
  readonly startsAt: Instant;
  readonly onClose: () => void;
  readonly onYes: () => Promise<void>;
}

/** A large button is pressed by accident too, and then neighbours would be woken: one question, two answers. */
export function SureSheet({ service, startsAt, onClose, onYes }: SureSheetProps) {
  const locale = useLocale();
  const at = useNow();
  const t = elderModeText[locale];
  return (
    <Sheet open title={t.sure(said(service, locale))} onClose={onClose}>
      <Body>{t.when(spokenMoment(startsAt, at, locale))}</Body>
      <Button kind="pine" onTap={onYes}>
        {t.goAhead}
      </Button>
      <Button kind="outline" onTap={onClose}>
        {t.never}
      </Button>
    </Sheet>
  );
}
