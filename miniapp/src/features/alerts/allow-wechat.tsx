import { allowMessage } from '@shared/alerts/alerts.contract';
import { useLocale } from '@/i18n/use-text';
import { command } from '@/platform';
import { askToSend, canAskToSend } from '@/platform/subscribe';
import { Button, toast } from '@/ui';
import { alertsText } from './alerts.text';

/** Asked where it is plain what for: below an alert that came by text. One tap allows one message. */
export function AllowWeChat() {
  const t = alertsText[useLocale()];
  if (!canAskToSend()) return null;
  const ask = async () => {
    if (!(await askToSend())) return;
    const answer = await command('allow a message', allowMessage, { body: {} });
    if (answer.ok) toast(t.allowed);
  };
  return (
    <Button kind="quiet" onTap={ask}>
      {t.allowWeChat}
    </Button>
  );
}
