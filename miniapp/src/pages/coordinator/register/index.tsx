import { registerElder } from '@shared/people/people.contract';
import { useState } from 'react';
import { checkedElder, type ElderField, emptyElder } from '@/features/elders/elder-draft';
import { RegisterForm } from '@/features/elders/register-form';
import { queueText } from '@/features/queue/queue.text';
import { useLocale } from '@/i18n';
import { command, type Failure, go } from '@/platform';
import { Button, EmptyState, Page, RefusalNotice } from '@/ui';

const nothingWrong: ReadonlySet<ElderField> = new Set();

/** 登记老人: for those who have no phone; ends with the number of the card to leave at home. */
export default function CoordinatorRegisterPage() {
  const t = queueText[useLocale()];
  const [draft, setDraft] = useState(emptyElder);
  const [wrong, setWrong] = useState(nothingWrong);
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState<{ readonly elderId: string; readonly cardCode: string }>();
  const register = async () => {
    const checked = checkedElder(draft);
    setWrong(checked.ok ? nothingWrong : checked.wrong);
    if (!checked.ok) return;
    const { relation: _, ...body } = checked.body;
    const answer = await command('register elder', registerElder, { body });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) setDone(answer.value.elder);
  };
  if (done)
    return (
      <Page title={t.register} backTo="coordinator/elders">
        <EmptyState
          icon="check"
          title={t.registered}
          note={t.card(done.cardCode)}
          action={<Button onTap={() => go('coordinator/book', { elderId: done.elderId })}>{t.book}</Button>}
        />
      </Page>
    );
  return (
    <Page
      title={t.register}
      backTo="coordinator/elders"
      actions={<Button onTap={register}>{t.register}</Button>}
    >
      <RegisterForm
        asKin={false}
        draft={draft}
        wrong={wrong}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <RefusalNotice failure={failure} />
    </Page>
  );
}
