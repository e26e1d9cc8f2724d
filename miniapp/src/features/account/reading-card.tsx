import { useLocale, useText } from '@/i18n';
import { type Mode, useSession } from '@/platform';
import { readIn, speak } from '@/platform/session';
import { Card, Chips, Second, Section } from '@/ui';
import { accountText } from './account.text';

/** Type size and language; both stay with the phone when somebody signs out. */
export function ReadingCard() {
  const text = useText(accountText);
  const locale = useLocale();
  const mode = useSession((session) => session.mode);
  const modes: readonly { value: Mode; text: string }[] = [
    { value: 'standard', text: text.standard },
    { value: 'large', text: text.large },
    { value: 'elder', text: text.elder },
  ];
  return (
    <Section title={text.reading}>
      <Card>
        <Second>{text.type}</Second>
        <Chips options={modes} value={mode} onChoose={readIn} />
        <Second>{text.language}</Second>
        <Chips
          options={[
            { value: 'zh-CN', text: '中文' },
            { value: 'en', text: 'English' },
          ]}
          value={locale}
          onChoose={speak}
        />
      </Card>
    </Section>
  );
}
