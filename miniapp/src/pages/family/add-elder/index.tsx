import { proposeKinship, registerElder } from '@shared/people/people.contract';
import { useState } from 'react';
import { chooseElder } from '@/features/elders/chosen-elder';
import { checkedElder, type ElderDraft, type ElderField, emptyElder } from '@/features/elders/elder-draft';
import { elderText } from '@/features/elders/elders.text';
import { type LinkDraft, LinkForm } from '@/features/elders/link-form';
import { RegisterForm } from '@/features/elders/register-form';
import { useLocale } from '@/i18n';
import { command, type Failure, reLaunch } from '@/platform';
import { Button, Chips, EmptyState, failureText, Page, RefusalNotice, Second } from '@/ui';

type Way = 'card' | 'register';
type Done = { readonly title: string; readonly note: string };
const nothingWrong: ReadonlySet<ElderField> = new Set();

/** 添加老人: by the six digits of the card, or by registering. */
export default function AddElderPage() {
  const locale = useLocale();
  const t = elderText[locale];
  const [way, setWay] = useState<Way>('card');
  const [link, setLink] = useState<LinkDraft>({ cardCode: '', relation: 'son' });
  const [draft, setDraft] = useState<ElderDraft>(emptyElder);
  const [wrong, setWrong] = useState(nothingWrong);
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState<Done>();

  const sendLink = async () => {
    const answer = await command('propose kinship', proposeKinship, { body: link });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    chooseElder(answer.value.elderId);
    setDone({ title: t.linkedTitle, note: t.linkedBody(answer.value.elderName) });
  };
  const register = async () => {
    const checked = checkedElder(draft);
    setWrong(checked.ok ? nothingWrong : checked.wrong);
    if (!checked.ok) return;
    const answer = await command('register elder', registerElder, { body: checked.body });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    const { elder } = answer.value;
    chooseElder(elder.elderId);
    setDone({ title: `${t.registeredTitle} · ${elder.cardCode}`, note: t.registeredBody });
  };

  if (done)
    return (
      <Page title={t.addTitle} backTo="family/home">
        <EmptyState
          icon="check"
          title={done.title}
          note={done.note}
          action={<Button onTap={() => reLaunch('family/home')}>{t.home}</Button>}
        />
      </Page>
    );
  const byCard = way === 'card';
  return (
    <Page
      title={t.addTitle}
      backTo="family/home"
      actions={
        <Button
          onTap={byCard ? sendLink : register}
          disabled={byCard && link.cardCode.length !== 6}
          busyText={t.linking}
        >
          {byCard ? t.link : t.register}
        </Button>
      }
    >
      <Chips<Way>
        options={[
          { value: 'card', text: t.byCard },
          { value: 'register', text: t.register },
        ]}
        value={way}
        onChoose={(chosen) => {
          setWay(chosen);
          setFailure(undefined);
        }}
      />
      {byCard ? (
        <LinkForm
          draft={link}
          onChange={setLink}
          refusal={failure ? failureText(failure, locale).advice : undefined}
        />
      ) : (
        <>
          <Second>{t.registerBody}</Second>
          <RegisterForm
            draft={draft}
            wrong={wrong}
            onChange={(change) => setDraft({ ...draft, ...change })}
          />
          <RefusalNotice failure={failure} />
        </>
      )}
    </Page>
  );
}
